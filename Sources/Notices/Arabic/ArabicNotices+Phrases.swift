import Language
import Model

extension ArabicNotices {
    func phrase(_ fact: ChangeFact) -> ArabicPhrase {
        switch fact {
        case .added(let isRecipient, let replaced, let purpose, let isStart):
            return addition(isRecipient, replaced, Arabic.purposes([purpose]), isStart)
        case .removed:
            var phrase = ArabicPhrase.act(
                .init("تُشطب", "تُشطبان"), past: .init("شُطبت", "شُطبتا"), "من القائمة")
            phrase.corrected = .init("لم يعد يُستعان", .by())
            return phrase
        case .returned(let isRecipient, let purpose):
            let role = isRecipient ? " ضمن المتلقين" : ""
            var phrase = ArabicPhrase.act(
                .init("تعود", "تعودان"), past: .init("عادت", "عادتا"), "إلى القائمة\(role)")
            phrase.corrected = .init("يُستعان", .by(), "من جديد\(role)")
            phrase.purpose = Arabic.purposes([purpose])
            return phrase
        case .clarified(let isAlone):
            let link = ArabicLink.by("توضيح في الملاحظة المتعلقة")
            return .init("سيُدرج", "يُدرج", "أُدرج", link, isAlone ? "دون أي تغيير آخر" : "")
        case .renamed(let name):
            return .changes(.behind("", .name), "إلى \(name.authored)", isFeminine: false)
                .correctedTo(.init(.init("تحمل", "تحملان"), .subject, "اسم \(name.authored)"))
        case .entity(let entity): return .become("الكيان القانوني", "هو \(entity.authored)")
        case .role(let isRecipient): return role(isRecipient)
        case .purpose(let purpose):
            let quoted = Arabic.quoted(purpose)
            return .use("لغرض جديد (\(quoted))").correctedTo(.init("يُستعان", .by(), "لغرض آخر (\(quoted))"))
        case .ungiven(let field): return ungiven(field)
        case .data(let shift): return data(shift)
        case .subjects(let shift): return subjects(shift)
        case .products(let shift): return products(shift)
        case .allProducts: return .use("في جميع المنتجات")
        case .noProduct: return .stopUse("في جميع المنتجات")
        case .onlyProducts(let left): return .restrict("على \(Self.products(left))")
        case .places(let field, let shift): return places(field, shift)
        case .choice(let field, let rule, let codes, let earlier):
            let (new, old) = (ArabicPlaces.choice(codes, field), ArabicPlaces.choice(earlier, field))
            let doing = ArabicDoing(field)
            return doing.begins("وفق القاعدة \(Arabic.quoted(rule)) \(new) بدلًا من \(doing.itsNoun) \(old)")
        case .unbound(let field, let rules):
            return ArabicDoing(field).begins("دون \(ArabicPlaces.rules(rules))")
        case .transfer(let shift): return transfer(shift)
        case .aiTerms(let terms): return aiTerms(terms)
        case .enabled(.byDefault):
            return .init("ستصبح", "تصبح", "أصبحت", .by("الاستعانة"), "مفعّلة افتراضيًا", corrected: "تكون")
        case .enabled(.optIn): return .restrict("على العملاء الذين يفعّلون ذلك")
        case .enabled(.optOut): return .use("ما لم يعطّل العميل ذلك")
        case .unconditional(let condition): return .use("دون الشرط \(Arabic.quoted(condition))")
        case .kind(let isAffiliate):
            var phrase = ArabicPhrase.act(
                .init("تُدرج", "تُدرجان"), past: .init("أُدرجت", "أُدرجتا"),
                "في القائمة ضمن \(isAffiliate ? "الشركات التابعة" : "الأطراف الثالثة")")
            phrase.day = .from
            return phrase
        case .details(let details):
            let said = details.map { $0.words(in: .arabic, ai: "", \.arabic, ungiven: Arabic.ungiven) }
                .joined(separator: "؛ ")
            let rest = said.isEmpty ? "" : "(\(said))"
            let link = ArabicLink.behind("التفاصيل المذكورة", .about)
            return .changes(link, rest, isFeminine: true)
                .correctedTo(.init("تختلف", link, ArabicWords(stringLiteral: rest)))
        }
    }

    private func addition(
        _ isRecipient: Bool, _ replaced: String?, _ purpose: String, _ isStart: Bool
    ) -> ArabicPhrase {
        let instead = replaced.map { " عوضًا عن \(ArabicCompanies([$0.authored]).genitive)" } ?? ""
        let role = (isRecipient ? " ضمن المتلقين" : "") + instead
        var phrase =
            isStart
            ? ArabicPhrase.act(.init("ترد", "تردان"), past: .init("وردت", "وردتا"), "في القائمة\(role)")
            : ArabicPhrase.act(
                .init("تُضاف", "تُضافان"), past: .init("أُضيفت", "أُضيفتا"), "إلى القائمة\(role)")
        if isStart { phrase.day = .on }
        phrase.corrected = .init("يُستعان", .by(), ArabicWords(stringLiteral: English.folded(role)))
        phrase.purpose = purpose
        return phrase
    }

    private func role(_ isRecipient: Bool) -> ArabicPhrase {
        let rest =
            isRecipient
            ? ArabicWords(
                "متلقيًا بدلًا من معالج فرعي", two: "متلقيين بدلًا من معالجين فرعيين",
                many: "متلقين بدلًا من معالجين فرعيين")
            : ArabicWords(
                "معالجًا فرعيًا بدلًا من متلقٍّ", two: "معالجين فرعيين بدلًا من متلقيين",
                many: "معالجين فرعيين بدلًا من متلقين")
        return .init(
            .init("ستصبح", "ستصبحان"), .init("تصبح", "تصبحان"), .init("أصبحت", "أصبحتا"), .subject, rest,
            corrected: .init("تُعدّ", "تُعدّان"))
    }

    private func ungiven(_ field: ProviderField) -> ArabicPhrase {
        .init(
            "لن يُذكر", "لم يعد يُذكر", "لم يعد يُذكر", .behind("", .of), "في القائمة أي \(field.arabicIndefinite)",
            corrected: "لا يُذكر")
    }

    private func data(_ shift: Shift<[String]>) -> ArabicPhrase {
        func words(_ items: [String]) -> String {
            "من \(ArabicCount(items.count).of("نوع", "نوعي", "أنواع")) \(Arabic.list(items.map(Arabic.quoted)))"
        }
        return shifted(shift, .receive, words)
    }

    private func subjects(_ shift: Shift<[String]>) -> ArabicPhrase {
        func words(_ items: [String]) -> String {
            "\(ArabicCount(items.count).of("فئة", "فئتي", "فئات")) \(Arabic.list(items.map(Arabic.quoted)))"
        }
        return shifted(shift, .processKinds, words)
    }

    /// What is done with more data, or with less.
    private func shifted(
        _ shift: Shift<[String]>, _ doing: ArabicDoing, _ words: ([String]) -> String
    ) -> ArabicPhrase {
        switch shift {
        case .gain(let items, let also): doing.begins(words(items), also: also)
        case .loss(let items): doing.stops(words(items))
        case .exchange(let new, let old): doing.begins("\(words(new)) بدلًا من بيانات \(words(old))")
        }
    }

    /// `المنتج Studio`, `المنتجين Studio و Cloud`.
    private static func products(_ names: [String]) -> String {
        "\(ArabicCount(names.count).of("المنتج", "المنتجين", "المنتجات")) \(Arabic.names(names))"
    }

    private func products(_ shift: Shift<[String]>) -> ArabicPhrase {
        switch shift {
        case .gain(let items, let also): .use((also ? "أيضًا " : "") + "في \(Self.products(items))")
        case .loss(let items): .stopUse("في \(Self.products(items))")
        case .exchange(let new, let old): .use("في \(Self.products(new)) بدلًا من \(Self.products(old))")
        }
    }

    private func places(_ field: ProviderField, _ shift: Shift<[PlaceFact]>) -> ArabicPhrase {
        let doing = ArabicDoing(field)
        func words(_ places: [PlaceFact]) -> String { ArabicPlaces.list(places, field) }
        return switch shift {
        case .gain(let new, let also): doing.begins(words(new), also: also)
        case .loss(let old): doing.stops(words(old))
        case .exchange(let new, let old):
            doing.begins("\(words(new)) بدلًا من \(doing.itsNoun) \(words(old))")
        }
    }

    private func transfer(_ shift: Shift<[Transfer.Law]>) -> ArabicPhrase {
        func words(_ laws: [Transfer.Law]) -> String { ArabicTransfers.list(laws) }
        let link = ArabicLink.behind("البيانات", .to)
        func transferred(_ rest: String) -> ArabicPhrase {
            let rest = ArabicWords(stringLiteral: rest)
            return .init(
                .init("ستُنقل", link, rest), .init("تُنقل", link, rest),
                .init("بدأ", .behind("نقل البيانات", .to), rest))
        }
        switch shift {
        case .gain(let laws, let also): return transferred((also ? "أيضًا " : "") + words(laws))
        case .exchange(let new, let old): return transferred("\(words(new)) بدلًا من نقلها \(words(old))")
        case .loss(let laws):
            let (link, rest) = (ArabicLink.behind("نقل البيانات", .to), ArabicWords(stringLiteral: words(laws)))
            return .init("سيتوقف", "يتوقف", "توقف", link, rest, corrected: "توقف")
        }
    }

    private func aiTerms(_ terms: [AITermFact]) -> ArabicPhrase {
        let said = terms.compactMap { $0.words(in: .arabic, ungiven: Arabic.ungiven) }.joined(separator: "؛ ")
        let list = said.isEmpty ? "" : " (\(said))"
        let link = ArabicLink.behind("", .on)
        let rest = ArabicWords(stringLiteral: "شروط جديدة للذكاء الاصطناعي\(list)")
        return .init(
            .init("ستسري", link, rest), .init("تسري", link, rest), .init("سرت", link, rest),
            corrected: .init("تسري", link, ArabicWords(stringLiteral: "شروط أخرى للذكاء الاصطناعي\(list)")))
    }
}
