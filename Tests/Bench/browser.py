"""What a visitor waits for, in a real browser, from nginx: a filtered list, two texts compared, the first words of a policy.

Each is a time, and a ratio to what the browser itself takes in the same page for less."""

import contextlib
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

from playwright.sync_api import sync_playwright

import works

sys.path.append(str(pathlib.Path(__file__).parents[1] / "Output"))
from hosting import CONFIGURATIONS, Documented  # noqa: E402

# Milliseconds that each may take.
FRAME, COMPARED, PAINTED = 1000 / 60, 300, 200
# Milliseconds in which a new window comes to rest.
SETTLED = 1500

# From a key to the list laid out, for several words; and all rows hidden, shown and laid out. Each a median.
FILTERED = """(rounds) => {
  const search = document.getElementById("page.search");
  const rows = [...document.querySelectorAll(".list th[scope=row]")].map((head) => head.parentElement);
  const timed = (act) => {
    const start = performance.now();
    act();
    document.body.offsetHeight;
    return performance.now() - start;
  };
  const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  const show = (hidden) => timed(() => { for (const row of rows) row.hidden = hidden; });
  const words = ["1", "77", "19", "8", "nobody", "Company"];
  const times = [], whole = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const word of words) {
      times.push(timed(() => {
        search.value = word;
        search.dispatchEvent(new Event("input", { bubbles: true }));
      }));
    }
    show(true);
    whole.push(show(false));
  }
  return [rows.length, median(times), Math.max(...times), median(whole)];
}"""
# Two texts compared; and both fetched and read: under the policy of the site no string becomes a document.
COMPARE = """async ([rounds, ...addresses]) => {
  const { compare } = await import("/assets/compare.js");
  const article = (address) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => request.status === 200 ? resolve(request.response.querySelector("article")) : reject(request.status);
    request.onerror = reject;
    request.open("GET", address);
    request.send();
  });
  const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  const times = [], read = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const articles = await Promise.all(addresses.map(article));
    const between = performance.now();
    compare(...articles);
    read.push(between - start);
    times.push(performance.now() - between);
  }
  return [median(times), median(read)];
}"""
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@contextlib.contextmanager
def opened(browser, address):
    """A page in a window of its own, with nothing of an earlier one kept."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    # A new window loads pages of the browser's own first, which is not what is waited for here.
    page.wait_for_timeout(SETTLED)
    page.goto(address, wait_until="load")
    yield page
    context.close()


def painted(browser, address):
    """Milliseconds until the first words of a page are seen."""
    with opened(browser, address) as page:
        page.wait_for_function(PAINT)
        return page.evaluate(PAINT)


def waits(program, folder, rounds):
    """The lines that say what is waited for, with goals."""
    work = works.generated("browser", folder, documents=1, editions=2, size=40_000, providers=200)
    public = folder / "Public"
    subprocess.run(
        [str(program), "build", "--site", str(work.site), "--as-of", work.as_of, "--previous", "none", "--output", str(public)],
        check=True, capture_output=True)
    editions = sorted(path.stem for path in work.editions if path.parent.name == "policy-0")
    policy = public / "policy-0" / editions[-1] / "index.html"
    article = re.search(r"<article.*</article>", policy.read_text(), re.DOTALL)[0]
    (public / "bare.html").write_text(f"<!DOCTYPE html><title>Bare</title>{article}")

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with Documented(folder / "nginx", public, CONFIGURATIONS[0]) as server, sync_playwright() as playwright:
        base = server.address("").rstrip("/")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with opened(browser, f"{base}/subprocessors/") as page:
            rows, filtered, slowest, shown = page.evaluate(FILTERED, rounds)
        with opened(browser, f"{base}/policy-0/history/compare/") as page:
            compared, read = page.evaluate(COMPARE, [rounds, *(f"{base}/policy-0/{edition}/" for edition in editions)])
        both = [(painted(browser, f"{base}/policy-0/{editions[-1]}/"), painted(browser, f"{base}/bare.html")) for _ in range(rounds)]
        browser.close()
    first, bare = (statistics.median(times) for times in zip(*both))
    size = policy.stat().st_size // 1000
    return [
        told(f"{rows} rows filtered", filtered, FRAME, filtered / shown, "showing all of them")
        + f"; {slowest:.1f} ms at most",
        told("two texts of 40 KB compared", compared, COMPARED, compared / read, "reading their pages"),
        told(f"first words of a policy of 40 KB ({size} KB of HTML)", first, PAINTED, first / bare, "its text alone"),
    ]


def told(what, milliseconds, goal, ratio, other):
    missed = ", missed" if milliseconds > goal else ""
    return f"{what}: {milliseconds:.1f} ms (goal {goal:.3g}{missed}), {ratio:.1f} times what {other} takes"
