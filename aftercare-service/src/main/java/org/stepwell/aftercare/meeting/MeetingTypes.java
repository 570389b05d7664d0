package org.stepwell.aftercare.meeting;

import java.util.Set;

/** The type codes of the Meeting Guide format; what they mean stands in its public specification. */
final class MeetingTypes {

    static final String SECULAR = "A";

    private static final Set<String> KNOWN = Set.of("""
            11 12x12 A ABSI AL AL-AN AM ASL B BA BE BI BRK C CAN CF D DA DB DD DE DR EL EN FA FF FR G GR H HE HI HR HU
            ITA JA KOR L LGBTQ LIT LS LT M MED ML N NDG NO O OUT P POC POL POR PUN RUS S SEN SK SM SP ST SV T TC TH TL
            TR UK W X XB XT Y
            """.strip().split("\\s+"));

    private MeetingTypes() {}

    static boolean known(String code) {
        return KNOWN.contains(code);
    }
}
