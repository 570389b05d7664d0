package org.stepwell.enrollment.measure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.instruments.AlertRule;
import org.stepwell.instruments.Instrument;
import org.stepwell.instruments.Instruments;

/** The questionnaires that tell how high the risk of suicide is, and whether a patient was asked them. */
@Singleton
public class SuicideScreeners {

    /** With the questions about a lifetime and about three months. */
    private static final String WHOLE_SCREENER = "C-SSRS";

    private final Measures measures;
    private final List<String> codes;

    SuicideScreeners(Measures measures, Instruments instruments) {
        this.measures = measures;
        this.codes = instruments.all().stream()
                .filter(SuicideScreeners::tellsSuicideRisk)
                .map(Instrument::code)
                .toList();
    }

    boolean include(String instrument) {
        return codes.contains(instrument);
    }

    /** The questions since the last contact say nothing of what was before, unless the whole screener was asked once. */
    public boolean areAskedSince(PatientId patient, Instant visit) {
        return measures.takenSince(patient, List.of(WHOLE_SCREENER), visit)
                || (measures.takenSince(patient, List.of(WHOLE_SCREENER), Instant.EPOCH)
                        && measures.takenSince(patient, codes, visit));
    }

    /** Whether this one answers for a patient, of whom it is not kept here: the same rule. */
    boolean answer(String instrument, PatientId patient) {
        return instrument.equals(WHOLE_SCREENER)
                || (include(instrument) && measures.takenSince(patient, List.of(WHOLE_SCREENER), Instant.EPOCH));
    }

    private static boolean tellsSuicideRisk(Instrument instrument) {
        return instrument.alerts().stream().map(AlertRule::code).anyMatch(Stop.SUICIDE_RISK_HIGH.name()::equals);
    }
}
