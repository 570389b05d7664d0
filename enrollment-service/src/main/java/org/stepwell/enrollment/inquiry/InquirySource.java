package org.stepwell.enrollment.inquiry;

/** Who or what brought somebody to us. */
public enum InquirySource {
    SELF,
    FAMILY_OR_FRIEND,
    HOSPITAL,
    PROVIDER,
    COURT,
    EMPLOYER,
    SCHOOL,
    INSURER,
    ONLINE,
    UNKNOWN
}
