import Markdown
import Redline
import Testing

/// Words that are the same in another form, typed otherwise, or of a script without blanks: what a reader sees of them,
/// and that the redline holds both texts.
@Suite("Another form")
struct FormTests {
    /// The redline as text, without title and list of sections.
    private func redline(_ old: String, _ new: String) -> String {
        #expect(Exactness(old, new).defect == nil)
        var options = RedlineTextOptions()
        options.isFull = true
        let text = Redline(from: parse(old), to: parse(new)).text(title: "Example", options)
        return text.split(separator: "\n\n", maxSplits: 2).last.map { $0.trimmingSuffix { $0 == "\n" } } ?? ""
    }

    @Test(arguments: [
        // Chinese, Thai, Khmer, Burmese, Lao: the character that differs, with the signs on it, and numbers as a whole.
        ("我们保存数据三十天。", "我们保存数据六十天。", "我们保存数据[-三-]{+六+}十天。"),
        ("เราเก็บข้อมูล 30 วัน", "เราเก็บข้อมูล 60 วัน", "เราเก็บข้อมูล [-30-]{+60+} วัน"),
        ("ผู้ใช้ในไทย", "ผู้ใช้ใหม่ในไทย", "ผู้ใช้{+ใหม่+}ในไทย"),
        ("យើងរក្សាទុកទិន្នន័យ៣០ថ្ងៃ", "យើងរក្សាទុកទិន្នន័យ៦០ថ្ងៃ", "យើងរក្សាទុកទិន្នន័យ[-៣០-]{+៦០+}ថ្ងៃ"),
        ("データを2026年11月23日まで", "データを2027年1月1日まで", "データを[-2026年11月23日-]{+2027年1月1日+}まで"),
        // Several changes of one paragraph, each alone.
        (
            "会費は年額8,000円です。期限は請求日から14日以内です。", "会費は年額9,500円です。期限は請求日から21日以内です。",
            "会費は年額[-8,000-]{+9,500+}円です。期限は請求日から[-14-]{+21+}日以内です。"
        ),
        ("退会した会員の記録は消去します。", "退会した会員の購入記録は直ちに消去します。", "退会した会員の{+購入+}記録は{+直ちに+}消去します。"),
        ("鍵を失くした者は管理人へ届け出る。", "鍵を失くした者は事務局へ届け出る。", "鍵を失くした者は[-管理人-]{+事務局+}へ届け出る。"),
        // Hangul has blanks between words.
        ("우리는 데이터를 보관합니다", "우리는 로그를 보관합니다", "우리는 [-데이터를-]{+로그를+} 보관합니다"),
    ])
    func scripts(_ old: String, _ new: String, _ marked: String) { #expect(redline(old, new) == marked) }

    @Test(arguments: [
        ("He said \"no\" - twice...", "He said “no” – twice…"), ("We've won", "We’ve won"),
        ("within 30 days", "within 30\u{A0}days"), ("a fee of 5 % is due", "a fee of 5\u{A0}% is due"),
        ("a fee of 5% is due", "a fee of 5\u{202F}% is due"), ("from 10-20 days", "from 10–20 days"),
        ("the data -- all of it", "the data—all of it"), ("co\u{AD}operate", "cooperate"),
        ("（一）数据１２", "(一)数据12"), ("«Service» means", "„Service“ means"),
    ])
    func typography(_ old: String, _ new: String) {
        let comparison = Redline(from: parse(old), to: parse(new))
        #expect(comparison.differences == .typography)
        #expect(comparison.remark?.hasPrefix("No word changed, only typography in ") == true)
        #expect(comparison.changes.flatMap(\.kinds) == [.typography])
        #expect(redline(old, new) == new)
        #expect(Exactness(new, old).defect == nil)
    }

    /// Texts that look the same and are other bytes: "é" as one character, and as a letter with an accent.
    @Test(arguments: [
        "%", "# %", "- a %\n- b", "1. %\n\n   % more", "> %\n\n> %", "`%`", "```\n%\n```",
        "| % | b |\n|---|---|\n| a | % |",
        "[a](/%)", "[a](/b \"%\")", "**%** and ~~%~~", "a[^1] b\n\n[^1]: %",
    ])
    func normalForms(_ form: String) {
        let one = form.replacing("%", with: "caf\u{E9}")
        let other = form.replacing("%", with: "cafe\u{301}")
        #expect(Exactness(one, other).defect == nil)
        #expect(Exactness(other, one).defect == nil)
        #expect(Exactness("Before.\n\n" + one + "\n\nAfter.", "Before it.\n\n" + other + "\n\nAfter.").defect == nil)
    }

    /// What looks like typography and is a change of words.
    @Test(arguments: [
        ("log in here", "login here", "[-log in-]{+login+} here"),
        ("a fee of 5 % is due", "a fee of 6 % is due", "a fee of [-5 %-]{+6 %+} is due"),
        ("the customers data", "the customer's data", "the [-customers-]{+customer's+} data"),
        ("2(a) applies", "2(b) applies", "2[-(a)-]{+(b)+} applies"),
    ])
    func words(_ old: String, _ new: String, _ marked: String) { #expect(redline(old, new) == marked) }

    @Test(arguments: [
        ("we **never sell** data", "we never sell data", "we [-**-]never sell[-**-] data"),
        ("we **never** sell data", "we *never* sell data", "we [-**-]{+*+}never{+*+}[-**-] sell data"),
        ("**we never** sell data", "**we never sell data**", "[-**-]{+**+}we never sell data{+**+}"),
    ])
    func emphasis(_ old: String, _ new: String, _ marked: String) {
        #expect(redline(old, new) == marked)
        #expect(Redline(from: parse(old), to: parse(new)).differences == .form)
    }

    /// Blocks whose form alone changed, with the note that says so; the other way round no word is marked either.
    @Test(arguments: [
        ("Use it well and wisely.", "- Use it well and wisely.", "(Was a paragraph)"),
        ("Use it well and wisely.", "## Use it well and wisely.", "(Was a paragraph)"),
        ("## Use it well and wisely.", "**Use it well and wisely.**", "(Was a heading)"),
        ("> Use it well and wisely.", "1. Use it well and wisely.", "(Was a quotation)"),
        (
            "We pay for damage from: (a) a wrong statement; (b) a breach of the law; (c) a lost key.",
            "We pay for damage from:\n\n1. a wrong statement;\n2. a breach of the law;\n3. a lost key.",
            "(Was a paragraph)"
        ),
        (
            "One fee is due.\n\n- By transfer to our bank\n- By card or voucher",
            "- One fee is due.\n- By transfer to our bank\n- By card or voucher", "(Set in another form)"
        ),
        (
            "- One fee is due.\n- By transfer to our bank\n- By card or voucher",
            "- One fee is due.\n  - By transfer to our bank\n    - By card or voucher", "(Levels of the list changed)"
        ),
    ])
    func containers(_ old: String, _ new: String, _ note: String) {
        let text = redline(old, new)
        #expect(text.hasPrefix(note))
        #expect(!text.contains("[-") || text.contains("[-**-]"))
        for (one, other) in [(old, new), (new, old)] {
            #expect(Exactness(one, other).defect == nil)
            #expect(!Redline(from: parse(one), to: parse(other)).differences.contains(.words))
        }
    }

    /// Blocks in another form whose words differ too, and sentences that four blanks had made code: the words that
    /// differ are marked, and no others.
    @Test(arguments: [
        (
            "The tenant pays for repairs up to ninety euros.", "**The tenant pays for repairs up to sixty euros.**",
            "{+**+}The tenant pays for repairs up to [-ninety-]{+sixty+} euros.{+**+}"
        ),
        (
            "Guests bring:\n\n(a) a towel of cotton;  \n(b) two keys of the house; and  \n(c) the signed form.",
            "Guests bring:\n\n1. a towel of cotton;\n2. three keys of the house; and\n3. the signed form.",
            """
            Guests bring:

            (Was a paragraph)
            1. a towel of cotton;
            2. [-two-]{+three+} keys of the house; and
            3. the signed form.
            """
        ),
        (
            "- **Lamp**: it burns until ten at night.\n- **Door**: it is shut at noon on Sundays.",
            "**Lamp**: it burns until ten at night.\n\n**Door**: it is shut at noon on Mondays.",
            """
            (Was a list)
            **Lamp**: it burns until ten at night.

            **Door**: it is shut at noon on [-Sundays-]{+Mondays+}.
            """
        ),
        (
            "> Feed the cat twice on every day.", "Feed the cat once on every day.",
            "(Was a quotation)\nFeed the cat [-twice-]{+once+} on every day."
        ),
        (
            "- We may\n\n        (a) end the contract at once; or\n\n        (b) ask for a deposit.",
            "- We may\n\n  - (a) end the contract in a week; or\n  - (b) ask for a deposit.",
            """
            - We may

              (Was code)
              - (a) end the contract [-at once-]{+in a week+}; or
              - (b) ask for a deposit.
            """
        ),
        (
            "We may:\n\n    1. end the contract, with notice of a month\n    2. ask you for a deposit of one fee",
            "We may:\n\n1. end the contract, with notice of a week\n2. ask you for a deposit of one fee",
            """
            We may:

            (Was code)
            1. end the contract, with notice of a [-month-]{+week+}
            2. ask you for a deposit of one fee
            """
        ),
        (
            "Before.\n\n    The supplier keeps every log for thirty days.\n\nBehind.",
            "Before.\n\nThe supplier keeps every log for sixty days.\n\nBehind.",
            """
            Before.

            (Was code)
            The supplier keeps every log for [-thirty-]{+sixty+} days.

            Behind.
            """
        ),
    ])
    func restatedWithOtherWords(_ old: String, _ new: String, _ marked: String) {
        #expect(redline(old, new) == marked)
        #expect(Exactness(new, old).defect == nil)
    }

    /// A label that is an item's own number or sign now is no change; one that is another, or comes anew, is.
    @Test(arguments: [
        ("- (a) to pay the whole fee at once", "(a) to pay the whole fee at once", "(a) to pay the whole fee at once"),
        (
            "- (b) to pay the whole fee at once", "(c) to pay the whole fee at once",
            "[-(b)-]{+(c)+} to pay the whole fee at once"
        ),
        (
            "- We pay what is due under (a) on every day.", "We pay what is due under (b) on every day.",
            "We pay what is due under [-(a)-]{+(b)+} on every day."
        ),
        (
            "We pay what is due under (a) on every day.", "- We pay what is due under (b) on every day.",
            "- We pay what is due under [-(a)-]{+(b)+} on every day."
        ),
        (
            "- to pay the fee at once;\n- to hand over all keys",
            "(a) to pay the fee at once; (b) to hand over all keys",
            "(a) to pay the fee at once; (b) to hand over all keys"
        ),
        (
            "- (a) to pay the fee at once\n- (b) to hand over all keys",
            "(a) to pay the fee at once\n\n(b) to leave a note\n\n(c) to hand over all keys",
            "(a) to pay the fee at once\n\n(b) {+to leave a note+}\n\n{+(c) +}to hand over all keys"
        ),
    ])
    func labels(_ old: String, _ new: String, _ marked: String) {
        let lines = redline(old, new).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first?.hasPrefix("(Was") == true)
        #expect(lines.dropFirst().joined(separator: "\n") == marked)
    }

    /// Code that stays code is compared as code, and a rule between blocks hides no other form.
    @Test func rulesAndCode() {
        #expect(
            redline(
                "#### You carry what nobody could foresee or hinder.\n\nEnd.",
                "Flights from January on:\n\n---\n\nYou carry what nobody could foresee or hinder.\n\nEnd.")
                    == """
                    {+Flights from January on:+}

                    {+---+}

                    (Was a heading)
                    You carry what nobody could foresee or hinder.

                    End.
                    """)
        #expect(redline("    a = 1\n\nEnd.", "    a = 2\n\nEnd.") == "    a = [-1-]{+2+}\n\nEnd.")
        #expect(
            Exactness("    a b c d e\n\nx\n\n    f g", "a b c d e\n\nx\n\n    f g\n\n    a b c d e").defect == nil)
    }

    /// Two policies in one text, with the same headings: each is compared with itself.
    @Test func repeatedHeadings() {
        func policy(_ days: Int, _ place: String) -> String {
            "**Version of \(days) days**\n\n## 1. Data\n\nWe keep it \(days) days.\n\n## 2. Places\n\nIt is in \(place).\n"
        }
        let old = "# Privacy\n\n" + policy(30, "Ireland") + "\n" + policy(60, "Ireland")
        let new = "# Privacy\n\n" + policy(60, "Ireland") + "\n" + policy(90, "Ireland")
        #expect(
            redline(old, new) == """
                # Privacy

                **Version of [-30-]{+60+} days**

                ## 1. Data

                We keep it [-30-]{+60+} days.

                ## 2. Places

                It is in Ireland.

                **Version of [-60-]{+90+} days**

                ## 1. Data

                We keep it [-60-]{+90+} days.

                ## 2. Places

                It is in Ireland.
                """)
    }

    /// Lines of scripts without blanks end within the width, and begin with no sign that closes.
    @Test(arguments: [
        ("契約の期間は一年とし、自動で更新します。", "契約の期間は二年とし、自動で更新します。", "契約の期間は\n[-一-]{+二+}\n年とし、自動\nで更新しま\nす。"),
        ("料金（税込）は、月額です", "料金（税込）は、年額です", "料金（税込）\nは、[-月-]\n{+年+}額です"),
        ("사용자는 데이터를 보관", "사용자는 데이터를 공유", "사용자는\n데이터를\n[-보관-]{+공유+}"),
    ])
    func widths(_ old: String, _ new: String, _ marked: String) {
        var options = RedlineTextOptions()
        options.isFull = true
        options.width = 13
        let text = Redline(from: parse(old), to: parse(new)).text(title: "T", options)
        let body = text.split(separator: "\n\n", maxSplits: 2).last.map { $0.trimmingSuffix { $0 == "\n" } } ?? ""
        #expect(body == marked)
    }

    @Test func rowsAndColumns() {
        let table = { (rows: [String]) in rows.map { "| \($0) |" }.joined(separator: "\n") }
        let old = table([
            "Company | Place | Data", "--- | --- | ---", "Otter | IE | mail", "Heron | DE | logs", "Adder | FR | keys",
        ])
        let new = table([
            "Data | Company | Place", "--- | --- | ---", "keys | Adder | FR", "all logs | Heron | DE",
            "cards | Newt | NL",
        ])
        #expect(
            redline(old, new) == """
                Data | Company | Place
                (Column moved: Data)
                [-mail | Otter | IE-]
                (Moved here)
                keys | Adder | FR
                {+all +}logs | Heron | DE
                (Moved from here)
                [-keys | Adder | FR-]
                {+cards | Newt | NL+}
                """)
        #expect(Exactness(new, old).defect == nil)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isPart: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isPart(last) { text.removeLast() }
        return String(text)
    }
}
