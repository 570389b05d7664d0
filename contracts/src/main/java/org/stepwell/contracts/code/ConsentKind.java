package org.stepwell.contracts.code;

/** What a patient signed. The first three are about being in care; the others open disclosures, 42 CFR part 2. */
public enum ConsentKind {
    TREATMENT,
    PRIVACY_NOTICE,
    PROGRAM_RULES,
    /** What treatment costs, and who pays. */
    FINANCIAL_AGREEMENT,
    /** One consent for all future treatment, payment and health care operations, 42 CFR 2.31(a)(4)(i). */
    CARE_DISCLOSURE,
    /** To named recipients for a stated purpose, 42 CFR 2.31(a). */
    NAMED_DISCLOSURE,
    /** Counseling notes stand alone, 42 CFR 2.31(b). */
    COUNSELING_NOTES_DISCLOSURE,
    /** Civil, criminal, administrative or legislative proceedings stand alone, 42 CFR 2.31(d). */
    PROCEEDINGS_DISCLOSURE,
    /** To those who made treatment a condition, 42 CFR 2.35. */
    CRIMINAL_JUSTICE_DISCLOSURE;

    /** True where it opens disclosures; the others gate care and the house. */
    public boolean disclosure() {
        return switch (this) {
            case TREATMENT, PRIVACY_NOTICE, PROGRAM_RULES, FINANCIAL_AGREEMENT -> false;
            case CARE_DISCLOSURE,
                    NAMED_DISCLOSURE,
                    COUNSELING_NOTES_DISCLOSURE,
                    PROCEEDINGS_DISCLOSURE,
                    CRIMINAL_JUSTICE_DISCLOSURE -> true;
        };
    }
}
