import Language
import Model

extension ArabicNotices {
    func sentence(_ fact: TermsFact) -> String {
        let loss = ArabicLoss(fact)
        let words = "\(loss.happensOnDay ? "في" : "اعتبارًا من") \(Arabic.date(fact.day))، \(loss.words)"
        return fact.isWithdrawn ? withdrawn(words) : Arabic.sentence(words)
    }
}

/// A loss as the words behind its day.
private struct ArabicLoss {
    private(set) var words: String
    /// Whether it happens on its day, rather than holds from it on.
    private(set) var happensOnDay = false

    init(_ fact: TermsFact) {
        let tense = fact.tense
        let titles = Arabic.list(fact.documents.map(\.arabic.words))
        func noLonger(isFeminine: Bool) -> String {
            isFeminine ? tense.of("لن تعود", "لم تعد", "لم تعد") : tense.of("لن يعود", "لم يعد", "لم يعد")
        }
        switch fact.loss {
        case .fewer(.notice, _, let old, 0):
            let verb = tense.of("ستُلغى", "تُلغى", "أُلغيت")
            words = "\(verb) مهلة الإشعار بتغييرات \(titles)، البالغة \(Arabic.days(old, isObject: true))"
            happensOnDay = true
        case .fewer(let period, _, let old, let new):
            let name = period == .notice ? "مهلة الإشعار بتغييرات" : "مهلة الاعتراض على تغييرات"
            let instead = "بدلًا من \(Arabic.days(old, isObject: false))"
            words =
                new == 0
                ? "\(tense.of("ستقتصر", "تقتصر", "اقتصرت")) \(name) \(titles) على يوم الإعلان \(instead)"
                : "\(tense.of("ستصبح", "تصبح", "أصبحت")) \(name) \(titles) \(Arabic.days(new, isObject: true)) \(instead)"
        case .objectionAfterEffect(_, let old, let new):
            let documents = Arabic.list(fact.documents.map(\.arabic.words), .or)
            let instead = old.map { " بدلًا من \(Arabic.quoted($0))" } ?? ""
            words =
                "\(tense.of("سيسري", "يسري", "سرى")) على الاعتراض على تغيير في \(documents) بعد سريانه ما يأتي: \(Arabic.quoted(new))\(instead)"
        case .workingDays:
            words =
                "\(noLonger(isFeminine: true)) المهل المتعلقة بتغييرات \(titles) تُمدَّد إلى يوم العمل التالي إذا انتهت في يوم سبت أو أحد أو عطلة"
        case .holidays(let days, _):
            let count = ArabicCount(days.count)
            let verb = noLonger(isFeminine: count == .many)
            let noun = count.of("يوم", "اليومان", "الأيام")
            let counted = count.of("يُعدّ يوم عطلة", "يُعدّان يومي عطلة", "تُعدّ أيام عطلة")
            words =
                "\(verb) \(noun) \(Arabic.list(days.map(Arabic.date))) \(counted) في المهل المتعلقة بتغييرات \(titles)"
        case .fields(let fields, let kept, _):
            let details = "التفاصيل الآتية عن الشركات في \(titles)"
            let list = Arabic.list(fields.map(\.arabic))
            switch kept {
            case .noLongerMaterial:
                words = "\(noLonger(isFeminine: true)) تغييرات \(details) تستلزم إشعارًا: \(list)"
            case .noLongerRequired: words = "\(noLonger(isFeminine: false)) ذكر \(details) واجبًا: \(list)"
            case .unrecorded: words = "\(noLonger(isFeminine: false)) يُعلن عن تغييرات \(details): \(list)"
            case .hidden: words = "\(noLonger(isFeminine: true)) \(details) تُعرض: \(list)"
            }
        }
    }
}
