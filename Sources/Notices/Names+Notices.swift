import Diagnostics
import Formats
import Language
import Model

extension Names {
    /// In which notices are told while these names hold.
    package var noticeLanguage: Language { Language(ofNoticesIn: language.value) }

    /// Where customers object to a notice: a mail whose subject names it.
    package func objection(to notice: NoticeID) -> String {
        let subject = Escaping.component(objectionSubject(to: notice))
        return "mailto:\(contacts.privacy.value)?subject=\(subject)"
    }

    /// The subject of that mail, in the language in which the notice is told.
    package func objectionSubject(to notice: NoticeID) -> String {
        noticeLanguage.tell("Objection to \("\(notice)")")
    }
}
