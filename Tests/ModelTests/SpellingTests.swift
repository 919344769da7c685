import Model
import Testing

/// A spelling correction: one word of five letters or more in which two neighbours change places, or a letter is doubled
/// or undoubled, first and last kept.
@Suite struct SpellingTests {
    @Test(
        arguments: [
            ("recieve", "receive"), ("stroe", "store"), ("accomodate", "accommodate"), ("litttle", "little"),
            ("ünsre", "ünrse"), ("хостинг", "хсотинг"),
        ])
    func respelt(_ old: String, _ new: String) {
        #expect(Spelling.isRespelt(old, new) && Spelling.isRespelt(new, old))
    }

    @Test(
        arguments: [
            ("store", "store"), ("form", "from"), ("store", "tsore"), ("store", "stoer"), ("trails", "trialls"),
            ("later", "leter"), ("keeps", "kept"), ("10000", "10000"), ("b10ck", "b1c0k"), ("seller", "sellers"),
            ("xxiii", "xxxiii"), ("lxxvi", "lxxiv"),
            // Where a script writes no space between words, letters that change places are other words.
            ("我们不出售数据", "我们不售出数据"), ("サーバーの", "サバーーの"), ("데이터베이스", "데터이베이스"), ("เซิร์ฟเวอร์", "เซิรฟ์เวอร์"),
        ])
    func another(_ old: String, _ new: String) {
        #expect(!Spelling.isRespelt(old, new) && !Spelling.isRespelt(new, old))
    }

    @Test(
        arguments: [
            ("Hosts the databsaes", "hosts  the databases", true),
            ("Hosts the databsaes", "Stores the databases", false),
            ("We recieve and stroe it", "We receive and store it", false), ("It keeps logs.", "It keeps logs", false),
        ])
    func ofATextOneWord(_ old: String, _ new: String, _ isCorrection: Bool) {
        #expect(Spelling.isCorrection(old, new) == isCorrection)
    }
}
