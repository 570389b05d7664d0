package org.stepwell.therapy.safety;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.instruments.AlertRule;
import org.stepwell.instruments.Instrument;
import org.stepwell.instruments.Instruments;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.therapy.trend.Scores;

/** The questionnaires that tell how high the risk of suicide is, and when a patient was asked them, by whichever service. */
@Singleton
public class SuicideScreens {

    /** The whole screener, with the questions about a lifetime and about three months. */
    public static final String WHOLE = "C-SSRS";

    /** The questions since the last contact: they say nothing of what was before. */
    public static final String SINCE_LAST_CONTACT = "C-SSRS-SLC";

    private static final List<String> POSITIVE =
            List.of(RiskLevel.LOW.name(), RiskLevel.MODERATE.name(), RiskLevel.HIGH.name());

    private final Scores scores;
    private final ClinicDirectory clinics;
    private final List<String> codes;

    SuicideScreens(Scores scores, ClinicDirectory clinics, Instruments instruments) {
        this.scores = scores;
        this.clinics = clinics;
        this.codes = instruments.all().stream()
                .filter(SuicideScreens::tellsRisk)
                .map(Instrument::code)
                .toList();
    }

    /** Whether a questionnaire is one of them. */
    public boolean include(String instrument) {
        return codes.contains(instrument);
    }

    /** Whether a questionnaire is one of them and found something, however low the risk: a plan does not know of it. */
    public boolean foundSomething(MeasureScored measure) {
        return include(measure.instrument()) && measure.band() != null && POSITIVE.contains(measure.band());
    }

    /**
     * From when on a screener answers what was said. Whoever said it alone was asked nothing after it, so that only a later one
     * will do; who typed in a sheet may have asked the screener before the sheet was typed, so that one of that day will.
     */
    public Instant answeringFrom(Instant saidAt, boolean alone) {
        return alone
                ? saidAt
                : LocalDate.ofInstant(saidAt, clinics.zone())
                        .atStartOfDay(clinics.zone())
                        .toInstant();
    }

    /** Whether a patient was asked since: the whole screener, or, once that was ever asked, any of them. */
    public boolean areAskedSince(PatientId patient, Instant since) {
        return scores.last(patient, List.of(WHOLE)).isPresent()
                && last(patient).filter(last -> !last.takenAt().isBefore(since)).isPresent();
    }

    /** The last that a patient was asked. */
    public Optional<Scores.Last> last(PatientId patient) {
        return scores.last(patient, codes);
    }

    /** Whether anything was ever found. */
    public boolean wereEverPositive(PatientId patient) {
        return scores.everCameOutAs(patient, codes, POSITIVE);
    }

    private static boolean tellsRisk(Instrument instrument) {
        return instrument.alerts().stream().map(AlertRule::code).anyMatch(SuicideRisk.HIGH::equals);
    }
}
