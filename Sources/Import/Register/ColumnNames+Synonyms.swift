import Model

extension ColumnNames {
    /// What lists call their columns, in small letters without signs.
    static let synonyms: [String: Column] = {
        var columns: [String: Column] = [:]
        for (field, names) in words {
            for name in names.split(separator: ",") { columns[name.foldedWords] = .field(field) }
        }
        for (field, key, names) in keys {
            for name in names.split(separator: ",") { columns[name.foldedWords] = .key(field, key) }
        }
        return columns
    }()

    private static let words: [(ProviderField, String)] = [
        (
            .name,
            """
            name, subprocessor, sub processor, subprocessor name, sub processor name, name of subprocessor,
            name of sub processor, name of the subprocessor, vendor, vendor name, provider, provider name, company,
            company name, third party, third party name, third party service provider, service provider,
            third party vendor, supplier, organisation, organization, partner, recipient name, entity name,
            name of entity, anbieter, unterauftragsverarbeiter, dienstleister, unternehmen, firma, sous traitant, nom,
            subcontractor, recipient, tool, software, name of company, name of vendor, name of the company,
            unterauftragnehmer, subunternehmer, auftragsverarbeiter, firmenname, name des unterauftragsverarbeiters,
            sous traitant ultérieur, الاسم, اسم الشركة, الشركة, المورد, مقدم الخدمة, مزود الخدمة, المعالج الفرعي,
            المعالج من الباطن
            """
        ),
        (
            .entity,
            """
            entity, legal entity, legal entity name, name of legal entity, legal name, corporate name, corporate entity, full legal name, contracting entity,
            registered company, registered name, registered entity
            """
        ),
        (.kind, "kind, relationship, affiliation, type of entity, entity type, type of company"),
        (.role, "role"),
        (.category, "category, service category, group, type of service, service type, kategorie"),
        (
            .purpose,
            """
            purpose, purposes, purpose of processing, processing purpose, purpose of the processing, description,
            description of processing, description of services, description of service, service description, services,
            service, services provided, service provided, function, nature of processing, nature and purpose,
            nature and purpose of processing, subject matter, processing activities, processing activity,
            type of processing, use, used for, what for, usage, what they do, scope, activity, activities, zweck,
            zweck der verarbeitung, tätigkeit, leistung, finalité, applicable service, reason,
            task, tasks, purpose of use, why, why we use it, used for what, what they do for us, role and purpose,
            verarbeitungszweck, verwendungszweck, zweck der datenverarbeitung, beschreibung der leistung,
            leistungsbeschreibung, dienstleistung, gegenstand der verarbeitung, finalité du traitement, الغرض,
            الغرض من المعالجة, غرض المعالجة, الوصف, الخدمة
            """
        ),
        (
            .data,
            """
            data, data processed, data type, data types, types of data, type of data, personal data, data categories,
            categories of data, category of data, categories of personal data, type of personal data,
            types of personal data, personal data processed, data shared, data accessed, customer data, daten,
            datenkategorien, art der daten, datenarten, verarbeitete daten, personenbezogene daten,
            art der personenbezogenen daten, kategorien personenbezogener daten, catégories de données, البيانات,
            أنواع البيانات, فئات البيانات, البيانات الشخصية
            """
        ),
        (
            .subjects,
            """
            subjects, data subjects, categories of data subjects, data subject categories, affected persons,
            betroffene, betroffene personen, kategorien betroffener personen
            """
        ),
        (
            .locations,
            """
            locations, location, country, countries, region, regions, data location, data locations,
            location of processing, processing location, processing locations, location of data processing,
            place of processing, country of processing, geographic location, hosting location, hosting region, hosted in,
            data center location, data centre location, entity location, location s, country ies,
            locations of processing, location of subprocessor, place, places, where, where it is,
            where is it, standort, land, länder, ort der verarbeitung, pays, lieu, standorte, verarbeitungsort,
            ort der datenverarbeitung, serverstandort, lieu de traitement, lieu du traitement, الموقع, الدولة, البلد,
            مكان المعالجة, موقع المعالجة
            """
        ),
        (
            .storage,
            "storage, storage location, data storage location, data storage, data residency, where data is stored"
        ),
        (.access, "access, access location, accessed from, remote access, support location"),
        (
            .headquarters,
            """
            headquarters, hq, corporate location, corporate headquarters, country of incorporation, entity country,
            registered office, company location, location of headquarters, sitz, place of incorporation,
            jurisdiction, country of establishment
            """
        ),
        (
            .transfer,
            """
            transfer, transfer mechanism, transfer mechanisms, data transfer mechanism, safeguard, transfer safeguard,
            transfer basis, international transfer mechanism, appropriate safeguards, legal basis for transfer,
            transfergrundlage, übermittlungsgrundlage, transfermechanismus, geeignete garantien,
            garanties de transfert, آلية النقل
            """
        ),
        (.products, "products, product, applicable products, applicable product, product s, used by, product name"),
        (.enabled, "enabled, default, opt in opt out"),
        (.condition, "condition, conditions, applies when, when used, applicability"),
        (.duration, "duration, duration of processing, processing duration"),
        (.retention, "retention, retention period, data retention, speicherdauer"),
        (.address, "address, registered address, postal address, company address, adresse, anschrift, العنوان"),
        (.contact, "contact, contact person, contact details, contact email, dpo, email"),
        (.website, "website, web site, url, link, homepage, web, site, webseite, الموقع الإلكتروني"),
        (.terms, "terms, terms of service"),
        (.verified, "verified, last verified, last reviewed"),
    ]

    private static let keys: [(ProviderField, String, String)] = [
        (.links, "dpa", "dpa, data processing agreement, data processing addendum, dpa link, dpa url"),
        (.links, "privacy", "privacy policy, privacy notice, privacy, privacy link, privacy statement"),
        (.links, "security", "security, security page, trust center, trust centre, security link"),
        (.links, "status", "status page"),
        (.links, "subprocessors", "subprocessor list, their subprocessors, list of subprocessors"),
        (.identifiers, "lei", "lei"), (.identifiers, "euid", "euid"), (.identifiers, "vat", "vat, vat number, vat id"),
        (.identifiers, "duns", "duns, duns number"),
    ]
}
