package org.stepwell.enrollment.partner;

import org.stepwell.contracts.code.Recipient;
import org.stepwell.enrollment.inquiry.InquirySource;

/** What a partner is, to those who are sent and to the law. */
public enum PartnerKind {
    HOSPITAL(InquirySource.HOSPITAL, Recipient.Kind.TREATING_PROVIDER),
    WITHDRAWAL_MANAGEMENT(InquirySource.PROVIDER, Recipient.Kind.TREATING_PROVIDER),
    RESIDENTIAL_PROGRAM(InquirySource.PROVIDER, Recipient.Kind.TREATING_PROVIDER),
    PROVIDER(InquirySource.PROVIDER, Recipient.Kind.TREATING_PROVIDER),
    COURT_OR_PROBATION(InquirySource.COURT, Recipient.Kind.COURT),
    EMPLOYER(InquirySource.EMPLOYER, Recipient.Kind.EMPLOYER),
    SCHOOL(InquirySource.SCHOOL, Recipient.Kind.OTHER),
    HEALTH_PLAN(InquirySource.INSURER, Recipient.Kind.PAYER);

    private final InquirySource source;
    private final Recipient.Kind recipient;

    PartnerKind(InquirySource source, Recipient.Kind recipient) {
        this.source = source;
        this.recipient = recipient;
    }

    /** How first calls count who was sent. */
    public InquirySource source() {
        return source;
    }

    /** What a consent calls them. */
    public Recipient.Kind recipient() {
        return recipient;
    }
}
