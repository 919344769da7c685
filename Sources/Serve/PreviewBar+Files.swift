extension PreviewBar {
    /// What the bar is made with, by name.
    static let files = ["preview.css": style, "preview.js": script]

    /// Waits for the next look, and shows it. The place that was read stays where it was, as a browser keeps it.
    private static let script = """
        "use strict"
        const number = document.currentScript.dataset.look
        const bar = document.getElementById("trustpress-preview").shadowRoot

        // A page that is left waits no longer: a browser has few connections to one server.
        const asking = new AbortController()
        addEventListener("pagehide", () => asking.abort())
        addEventListener("pageshow", (event) => { if (event.persisted) location.reload() })

        async function watch() {
          while (!asking.signal.aborted) {
            try {
              const answer = await fetch("/.trustpress/news?after=" + number, { signal: asking.signal })
              if (!answer.ok) throw answer.status
              if ((await answer.text()).trim() !== number) {
                location.reload()
                return
              }
              say(false)
            } catch {
              say(!asking.signal.aborted)
              await new Promise((done) => setTimeout(done, 1000))
            }
          }
        }

        function say(hasEnded) {
          const words = bar && bar.querySelector(".ended")
          if (words) words.hidden = !hasEnded
        }

        // Another day is shown as soon as it is chosen, not while it is typed.
        const day = bar && bar.querySelector("input[type=date]")
        if (day) {
          const shown = day.value
          day.addEventListener("blur", () => { if (day.value && day.value !== shown) day.form.submit() })
        }

        // What stands last on the page can be read above the bar.
        const height = bar && bar.querySelector(".bar").offsetHeight
        if (height) document.body.style.paddingBottom = height + "px"

        watch()

        """

    private static let style = """
        body.alone { font: 1rem/1.5 system-ui, sans-serif; margin: 4rem auto; max-width: 40rem; padding: 0 1rem 40vh }
        body.alone a { color: #1d4ed8 }
        code { white-space: nowrap }
        .bar {
          position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box; max-height: 60vh; overflow: auto;
          padding: .5rem 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline;
          font: 14px/1.5 system-ui, sans-serif; color: #f4f4f5; background: #18181b; border-top: 3px solid #60a5fa;
          color-scheme: dark; text-align: start;
        }
        .bar:has(> details.warning) { border-color: #fbbf24 }
        .bar:has(> details.error) { border-color: #f87171 }
        form { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; margin: 0 }
        input, button { font: inherit; padding: .1rem .4rem }
        a { color: #93c5fd }
        a[aria-current] { color: inherit; font-weight: 600; text-decoration: none }
        p, ul { margin: 0 }
        ul { padding-left: 1.25rem }
        .bar > details { min-width: 0 }
        .bar > details[open] { flex-basis: 100% }
        summary { cursor: pointer }
        .error > summary { color: #fca5a5; font-weight: 600 }
        .warning > summary { color: #fde68a }
        .finding {
          margin: .5rem 0; padding: .5rem .75rem; background: #27272a; border-left: 3px solid #fbbf24;
          font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere;
        }
        .finding.error { border-color: #f87171 }
        pre { margin: .25rem 0 0; font: inherit; overflow-x: auto; tab-size: 4 }
        .ended { color: #fca5a5; font-weight: 600 }
        @media print { .bar { display: none } }

        """
}
