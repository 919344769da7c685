import Language
import Model

extension ProviderField {
    /// As a sentence names it.
    var arabic: String {
        switch self {
        case .data: "أنواع البيانات"
        case .locations: "أماكن المعالجة"
        case .storage: "أماكن التخزين"
        case .access: "أماكن الوصول"
        case .via: "الجهة المتعاقدة"
        case .replaces: "الشركة المستبدَلة"
        case .enabled: "التفعيل"
        case .terms: "شروط الخدمة"
        default: Language.arabic.label(of: self)
        }
    }

    /// Behind `أي`.
    var arabicIndefinite: String {
        switch self {
        case .entity: "كيان قانوني"
        case .purpose: "غرض"
        case .data: "نوع من البيانات"
        case .subjects: "فئة من أصحاب البيانات"
        case .locations: "مكان للمعالجة"
        case .storage: "مكان للتخزين"
        case .access: "مكان للوصول"
        case .transfer: "آلية نقل"
        case .products: "منتج"
        case .ai: "شروط للذكاء الاصطناعي"
        default: "شيء عن \(arabic)"
        }
    }
}
