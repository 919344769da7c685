import Language
import Model
import Testing
import TestSupport
@testable import Notices
@testable import Site

@Suite("What Arabic asks of numbers and names")
struct ArabicLanguageTests {
    @Test(
        "Days have the form of their number",
        arguments: [
            (1, "يوم واحد", "يومًا واحدًا"), (2, "يومين", "يومين"), (3, "3 أيام", "3 أيام"), (10, "10 أيام", "10 أيام"),
            (11, "11 يومًا", "11 يومًا"), (99, "99 يومًا", "99 يومًا"), (100, "100 يوم", "100 يوم"),
            (103, "103 أيام", "103 أيام"),
        ])
    func days(count: Int, behindPreposition: String, object: String) {
        #expect(Arabic.days(count, isObject: false) == behindPreposition)
        #expect(Arabic.days(count, isObject: true) == object)
    }

    @Test(
        "A noun before names of companies",
        arguments: [
            (["Acme"], "شركة Acme", "لشركة Acme"), (["شركة القيقب"], "شركة القيقب", "لشركة القيقب"),
            (["Acme", "Brill"], "الشركتان Acme و Brill", "للشركتين Acme و Brill"),
            (["القيقب", "الزان", "Acme"], "الشركات القيقب والزان و Acme", "للشركات القيقب والزان و Acme"),
            (["شركة stc"], "شركة stc", "لشركة stc"), (["الشركة العربية"], "الشركة العربية", "للشركة العربية"),
            (["وزارة التعليم"], "وزارة التعليم", "لوزارة التعليم"), (["منصة البحر"], "منصة البحر", "لمنصة البحر"),
            (["بنك الأنهار"], "الجهة بنك الأنهار", "للجهة بنك الأنهار"),
            (["مركز البحوث"], "الجهة مركز البحوث", "للجهة مركز البحوث"),
            (["Acme", "وزارة التعليم"], "الجهتان Acme ووزارة التعليم", "للجهتين Acme ووزارة التعليم"),
            (["دار الكتب", "Acme", "Brill"], "الجهات دار الكتب و Acme و Brill", "للجهات دار الكتب و Acme و Brill"),
        ])
    func companies(names: [String], subject: String, receiver: String) {
        let companies = ArabicCompanies(names.map(\.authored))
        #expect(companies.nominative.unmarked == subject)
        #expect(ArabicLink.behind("", .of).named(companies).unmarked == receiver)
    }

    @Test("A letter that is written to a name with Arabic words in it joins it")
    func joints() {
        let said = ArabicLink.behind("", .by).named(ArabicCompanies(["شركة stc".authored]))
        #expect(Language.arabic.plain(said) == "بشركة stc")
        #expect(Voice(language: "ar").html(said) == "بشركة stc")
    }

    @Test("A verb behind its companies agrees with their number")
    func numbers() {
        func said(_ names: [String]) -> [String] {
            let (companies, phrase) = (ArabicCompanies(names), ArabicDoing.receive.begins("من نوع «أ»"))
            return [Tense.future, .present, .past].map { phrase.predicate($0).words(ofSame: companies) }
        }
        let one = ["ستتلقى بيانات من نوع «أ»", "تتلقى بيانات من نوع «أ»", "بدأت تلقي بيانات من نوع «أ»"]
        #expect(said(["أ"]) == one)
        #expect(
            said(["أ", "ب"]) == [
                "ستتلقيان بيانات من نوع «أ»", "تتلقيان بيانات من نوع «أ»", "بدأتا تلقي بيانات من نوع «أ»",
            ])
        #expect(said(["أ", "ب", "ج"]) == one)
    }

    @Test(
        "A title stands as it is where its noun is known",
        arguments: [
            ("سياسة الخصوصية", false, "سياسة الخصوصية", true), ("الشروط والأحكام", false, "الشروط والأحكام", true),
            ("إشعار الخصوصية", false, "إشعار الخصوصية", false), ("Security", false, "المستند «Security»", false),
            ("المعالجون من الباطن", true, "القائمة «المعالجون من الباطن»", true),
            ("سياسي", false, "المستند «سياسي»", false),
        ])
    func titles(title: String, isRegister: Bool, words: String, isFeminine: Bool) {
        let said = ArabicTitle(title, isRegister: isRegister)
        #expect(said.words.unmarked == words)
        #expect(said.isFeminine == isFeminine)
    }

    @Test("Names of countries with an و of their own have each their preposition")
    func countries() {
        func at(_ codes: [String], _ field: ProviderField) -> String {
            ArabicPlaces.list(codes.map { .code($0, outside: []) }, field)
        }
        #expect(at(["IE", "CA"], .locations) == "في أيرلندا وكندا")
        #expect(at(["BA", "HR"], .locations) == "في البوسنة والهرسك وفي كرواتيا")
        #expect(at(["GLOBAL"], .access) == "من جميع أنحاء العالم")
        #expect(ArabicPlaces.list([.code("GLOBAL", outside: ["US"])], .access) == "من خارج الولايات المتحدة")
    }

    @Test("What is no longer given agrees with what it is")
    func ungiven() {
        #expect(Arabic.ungiven("المدة") == "المدة: لم تعد مذكورة")
        #expect(Arabic.ungiven("الاستثناءات") == "الاستثناءات: لم تعد مذكورة")
        #expect(Arabic.ungiven("الاحتفاظ") == "الاحتفاظ: لم يعد مذكورًا")
    }

    @Test("A name that ends with a full stop keeps it, and the sentence has its own")
    func stops() {
        #expect(Arabic.sentence("اسم \("Acme, Inc.".authored)").unmarked == "اسم Acme, Inc..")
        #expect(
            Language.arabic.plain(Arabic.sentence("اسم \("Acme, Inc.".authored)")) == "اسم \u{2068}Acme, Inc.\u{2069}.")
        #expect(Arabic.sentence("اسم \("القيقب.".authored)").unmarked == "اسم القيقب.")
    }
}
