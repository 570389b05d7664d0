package org.stepwell.enrollment.stop;

import static org.stepwell.enrollment.stop.Conduct.clearedOnly;
import static org.stepwell.enrollment.stop.Conduct.overridden;
import static org.stepwell.enrollment.stop.Conduct.softly;
import static org.stepwell.enrollment.stop.Disposition.ASSESSED_SAFETY_PLAN_MADE;
import static org.stepwell.enrollment.stop.Disposition.MEDICALLY_CLEARED;
import static org.stepwell.enrollment.stop.Disposition.OF_AGE;
import static org.stepwell.enrollment.stop.Disposition.PSYCHIATRICALLY_CLEARED;
import static org.stepwell.enrollment.stop.Disposition.RESOLVED;
import static org.stepwell.enrollment.stop.Disposition.RESOLVED_SOBER;
import static org.stepwell.enrollment.stop.Disposition.SCREENER_TAKEN;
import static org.stepwell.enrollment.stop.License.LICENSED;
import static org.stepwell.enrollment.stop.License.MEDICAL;
import static org.stepwell.enrollment.stop.License.PRESCRIBERS;
import static org.stepwell.enrollment.stop.License.PSYCHIATRIC;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.stepwell.platform.measure.Scored;

/**
 * The whole table of what stops an admission: what it is, which score finds it, what deals with it, who may override it.
 * Thresholds are none of ours: a score speaks through the alerts and bands of its questionnaire's pack. A missing consent to
 * disclosure stops disclosures and a missing certification stops bills; neither stops care, and neither stands here.
 */
public enum Stop {
    SUICIDE_RISK_HIGH(
            "The suicide screener says high risk: a licensed clinician assesses it, makes a safety plan and says what follows.",
            clearedOnly(ASSESSED_SAFETY_PLAN_MADE).warns().alertedBy("SUICIDE_RISK_HIGH")),
    SUICIDE_ITEM(
            "A thought of self-harm was named: the suicide screener is asked in the same visit.",
            clearedOnly(SCREENER_TAKEN).warns().alertedBy("SUICIDE_ITEM")),
    SEVERE_WITHDRAWAL(
            "Withdrawal from alcohol or sedatives is severe: emergency or inpatient care.",
            clearedOnly(MEDICAL, MEDICALLY_CLEARED).warns().foundBy("CIWA-Ar", "SEVERE")),
    COMPLICATED_WITHDRAWAL(
            "A seizure, delirium or hallucination in withdrawal: emergency or inpatient care.",
            clearedOnly(MEDICAL, MEDICALLY_CLEARED).warns().alertedBy("HALLUCINATIONS")),
    MODERATE_WITHDRAWAL(
            "Withdrawal from alcohol or sedatives is moderate: medical staff say when it is over, or override it with a plan for withdrawal here.",
            overridden(MEDICAL)
                    .clearedBy(MEDICAL, MEDICALLY_CLEARED)
                    .withWithdrawalPlan()
                    .foundBy("CIWA-Ar", "MODERATE")),
    SEVERE_OPIOID_WITHDRAWAL(
            "Withdrawal from opioids is moderately severe or severe: it is evaluated medically.",
            clearedOnly(MEDICAL, MEDICALLY_CLEARED)
                    .warns()
                    .foundBy("COWS", "MODERATELY_SEVERE")
                    .foundBy("COWS", "SEVERE")),
    MODERATE_OPIOID_WITHDRAWAL(
            "Withdrawal from opioids is moderate: a good moment to start buprenorphine.",
            overridden(MEDICAL).clearedBy(MEDICAL, MEDICALLY_CLEARED).foundBy("COWS", "MODERATE")),
    COMPLICATED_WITHDRAWAL_BEFORE(
            "Withdrawal from alcohol or sedatives was complicated before: medical clearance.",
            overridden(PRESCRIBERS).clearedBy(MEDICAL, MEDICALLY_CLEARED)),
    BENZODIAZEPINE_WITH_ALCOHOL(
            "Benzodiazepines and alcohol daily: medical clearance.",
            overridden(PRESCRIBERS).clearedBy(MEDICAL, MEDICALLY_CLEARED)),
    PREGNANT_WITH_USE(
            "Pregnant, with use of opioids, alcohol or sedatives: medical clearance.",
            overridden(PRESCRIBERS).clearedBy(MEDICAL, MEDICALLY_CLEARED)),
    MEDICAL_EMERGENCY(
            "A medical emergency.", clearedOnly(MEDICAL, MEDICALLY_CLEARED).warns()),
    OVERDOSE_TODAY("An overdose today.", clearedOnly(MEDICAL, MEDICALLY_CLEARED).warns()),
    UNABLE_TO_CONSENT(
            "Unable to consent, as with intoxication: the signature waits.",
            clearedOnly(RESOLVED_SOBER, MEDICALLY_CLEARED, PSYCHIATRICALLY_CLEARED)),
    PSYCHOSIS_OR_MANIA(
            "Active psychosis or mania that keeps from groups: psychiatric evaluation.",
            clearedOnly(PSYCHIATRIC, PSYCHIATRICALLY_CLEARED).warns()),
    IMMINENT_VIOLENCE(
            "Violence is imminent: psychiatric evaluation.",
            clearedOnly(PSYCHIATRIC, PSYCHIATRICALLY_CLEARED).warns()),
    UNDER_AGE("Younger than eighteen: programs for adolescents only.", clearedOnly(OF_AGE)),
    NO_QUALIFYING_DIAGNOSIS(
            "No diagnosis qualifies for the program.",
            softly(RESOLVED, Disposition.DIAGNOSIS_MADE).coSignedBy(LICENSED)),
    NO_AUTHORIZATION(
            "The payer approves care in advance, and has approved none.",
            softly(RESOLVED, Disposition.AUTHORIZED, Disposition.APPROVAL_NOT_NEEDED)),
    NO_TRANSPORT("No way to come to the sessions.", softly(RESOLVED)),
    OUTSIDE_AREA("Lives outside of the area.", softly(RESOLVED)),
    OTHER_LEVEL(
            "The level suggested or decided is not that of this program.",
            softly(RESOLVED).coSignedBy(LICENSED));

    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // its sets are unmodifiable
    private final Conduct conduct;

    Stop(String sentence, Conduct conduct) {
        this.sentence = sentence;
        this.conduct = conduct;
    }

    /** The stop as a sentence. */
    public String sentence() {
        return sentence;
    }

    /** Whether nobody overrides it. */
    public boolean hard() {
        return conduct.hard();
    }

    /** Whether it is an emergency or a crisis, which comes before any level of care; the age of a minor is none. */
    public boolean crisis() {
        return hard() && this != UNDER_AGE;
    }

    /** Whether anybody of the staff may override it. */
    public boolean soft() {
        return conduct.soft();
    }

    Conduct conduct() {
        return conduct;
    }

    /** What a scored questionnaire found. */
    public static Set<Stop> foundBy(Scored scored) {
        var found = EnumSet.noneOf(Stop.class);
        Arrays.stream(values()).filter(stop -> stop.conduct.isFoundBy(scored)).forEach(found::add);
        return found;
    }
}
