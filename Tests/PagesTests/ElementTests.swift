import Testing

@testable import Pages

/// How the program writes elements, and how it reads those of a theme.
@Suite struct ElementTests {
    @Test func partsStandOnLinesOfTheirOwn() {
        #expect(HTML.lines(["a", nil, "", "\n", "b\n", "c\n\n"]) == "a\nb\nc\n")
        #expect(HTML.lines([nil, "\n"]) == "")
        #expect(
            HTML.block("p", ["class": "a&b", "data-marks": ""], [nil, "ä\n", "b"])
                == "<p class=\"a&amp;b\" data-marks>\nä\nb\n</p>")
        #expect(HTML.inline("b", [:], "c\n") == "<b>c\n</b>")
    }

    @Test func statesAreKnownByTheirNamesInTheModel() {
        #expect(State("in_effect")?.name == "in-force")
        #expect(State("in_force")?.name == "in-force")
        #expect(State("late")?.name == "late")
        #expect(State("recorded") == nil)
    }

    @Test func classesAreApartWhereverBlanksStand() {
        func classes(_ value: String) -> [Substring] { FrameAttributes.classes(Array(value.utf8)[...]) }
        #expect(classes(" a\tb\r\nc  d ") == ["a", "b", "c", "d"])
        #expect(classes("ä\u{A0}b\u{2003}c") == ["ä", "b", "c"])
        #expect(classes("") == [])
    }
}
