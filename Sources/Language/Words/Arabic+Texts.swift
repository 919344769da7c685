extension ArabicWords {
    /// What is added to a text for its readers, and what became of places in it.
    static let redline: [String: String] = [
        "[deleted: ": "[محذوف: ",
        "[added: ": "[مضاف: ",
        "Moved from here": "نُقل من هنا",
        "Moved here": "نُقل إلى هنا",
        "Paragraph split": "قُسمت الفقرة",
        "Paragraphs joined": "دُمجت الفقرات",
        "Level of the heading changed": "تغيّر مستوى العنوان",
        "Numbering changed": "تغيّر الترقيم",
        "Rows in another order": "الصفوف بترتيب آخر",
        "Column moved": "نُقل العمود",
        "Emphasis changed": "تغيّر الإبراز",
        "Set in another form": "كُتب بشكل آخر",
        "Was a paragraph": "كان فقرة",
        "Was several paragraphs": "كان عدة فقرات",
        "Was a heading": "كان عنوانًا",
        "Was a list": "كان قائمة",
        "Was a quotation": "كان اقتباسًا",
        "Was code": "كان شيفرة",
        "Levels of the list changed": "تغيّرت مستويات القائمة",
        "Done": "منجز",
        "Not done": "غير منجز",
        "Footnotes": "الحواشي",
        "Footnote": "حاشية",
        "Back to the text": "العودة إلى النص",
        "Link to": "رابط إلى",
        "this section": "هذا القسم",
        "No word changed, only the form.": "لم تتغيّر أي كلمة، بل الشكل فقط.",
        "“%1” stands in the %2.": "«%1» موجود في %2.",
        "“%1” went on %2. Its last text stands in the %3.": "«%1» أُزيل في %2. نصّه الأخير في %3.",
        "“%1” comes on %2. Its text stands in the %3.": "«%1» يُضاف في %2. نصّه في %3.",
        "“%1” was announced and withdrawn on %2. Its text stands in the %3.":
            "«%1» أُعلن ثم سُحب في %2. نصّه في %3.",
        "No edition that can be read here has a place called “%1”.":
            "لا يحتوي أي إصدار يمكن قراءته هنا على موضع باسم «%1».",
        "This edition has no place called “%1”.": "لا يحتوي هذا الإصدار على موضع باسم «%1».",
        "A text cites “%1” of this edition, whose text is erased.":
            "يستشهد نصٌّ بـ «%1» من هذا الإصدار الذي حُذف نصّه.",
        "This page has no place called “%1” today.": "لا تحتوي هذه الصفحة اليوم على موضع باسم «%1».",
        "Places that are not in this text": "مواضع ليست في هذا النص",
    ]
}
