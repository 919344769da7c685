import Starting
import Testing

@Suite struct QuestionTests {
    @Test func anAnswerIsTakenWithoutBlanks() {
        let person = Person("  Heron Ltd ")
        #expect(Question("What is the company's name?").answer(person.ask) == "Heron Ltd")
        #expect(person.shown == ["What is the company's name? "])
    }

    @Test func anEmptyOneMeansWhatIsShown() {
        let person = Person("")
        #expect(Question("Into which folder?", otherwise: ".").answer(person.ask) == ".")
        #expect(person.shown == ["Into which folder? [.] "])
        #expect(Question("Why?", otherwise: "", meaning: "leave open").shown == "Why? [leave open] ")
    }

    @Test func choicesThatDoNotFitStandAboveIt() {
        let names = ["subprocessors/heron/2026-11-20", "subprocessors/heron/2026-11-21"]
        #expect(
            Question("Which is meant?", choices: names).shown == """
                  subprocessors/heron/2026-11-20
                  subprocessors/heron/2026-11-21
                Which is meant? \("")
                """)
    }

    @Test func itIsAskedAgainUntilItCanBe() {
        let person = Person("", "cookies", "terms")
        #expect(Question("Which?", choices: ["privacy", "terms"]).answer(person.ask) == "terms")
        #expect(
            person.shown == [
                "Which? (privacy, terms) ", "Please write something.\nWhich? (privacy, terms) ",
                "There is no cookies.\nWhich? (privacy, terms) ",
            ])
    }

    @Test func whereTheInputEndsThereIsNoAnswer() {
        #expect(Question("Which?").answer(Person("").ask) == nil)
    }
}
