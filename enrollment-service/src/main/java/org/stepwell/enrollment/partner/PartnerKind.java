package org.stepwell.enrollment.partner;

import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.enrollment.inquiry.InquirySource;

/** What a partner is, to those who are sent and to the law. */
public enum PartnerKind {
    HOSPITAL(InquirySource.HOSPITAL, Recipient.Kind.TREATING_PROVIDER, DisclosurePurpose.TREATMENT),
    WITHDRAWAL_MANAGEMENT(InquirySource.PROVIDER, Recipient.Kind.TREATING_PROVIDER, DisclosurePurpose.TREATMENT),
    RESIDENTIAL_PROGRAM(InquirySource.PROVIDER, Recipient.Kind.TREATING_PROVIDER, DisclosurePurpose.TREATMENT),
    PROVIDER(InquirySource.PROVIDER, Recipient.Kind.TREATING_PROVIDER, DisclosurePurpose.TREATMENT),
    COURT_OR_PROBATION(InquirySource.COURT, Recipient.Kind.COURT, DisclosurePurpose.CRIMINAL_JUSTICE),
    EMPLOYER(InquirySource.EMPLOYER, Recipient.Kind.EMPLOYER, DisclosurePurpose.EMPLOYMENT),
    SCHOOL(InquirySource.SCHOOL, Recipient.Kind.OTHER, DisclosurePurpose.AT_PATIENT_REQUEST),
    HEALTH_PLAN(InquirySource.INSURER, Recipient.Kind.PAYER, DisclosurePurpose.PAYMENT);

    private final InquirySource source;
    private final Recipient.Kind recipient;
    private final DisclosurePurpose purpose;

    PartnerKind(InquirySource source, Recipient.Kind recipient, DisclosurePurpose purpose) {
        this.source = source;
        this.recipient = recipient;
        this.purpose = purpose;
    }

    /** How first calls count who was sent. */
    public InquirySource source() {
        return source;
    }

    /** What a consent calls them. */
    public Recipient.Kind recipient() {
        return recipient;
    }

    /** What they want to know for how far somebody came, as a consent states it. */
    public DisclosurePurpose purpose() {
        return purpose;
    }
}
