package org.stepwell.therapy.safety;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.finding.SafetyRegister;
import org.stepwell.platform.finding.StandingFlag;
import org.stepwell.platform.measure.Scored;

/** Whether a patient is at a high or moderate risk of suicide, by the last word of a screener or of a clinician. */
@Singleton
public class SuicideRisk {

    static final String HIGH = "SUICIDE_RISK_HIGH";
    static final String MODERATE = "SUICIDE_RISK_MODERATE";
    static final Set<String> FLAGS = Set.of(HIGH, MODERATE);

    private final SafetyRegister register;
    private final SuicideScreens screens;
    private final SafetyFlags flags;

    SuicideRisk(SafetyRegister register, SuicideScreens screens, SafetyFlags flags) {
        this.register = register;
        this.screens = screens;
        this.flags = flags;
    }

    private record Word(Instant at, boolean stands) {}

    /**
     * Whether the risk stands: a flag of any service does, or the last that a screener or a clinician here said was high or
     * moderate. What was cleared in another service counts until a screener says less.
     */
    public boolean stands(PatientId patient) {
        boolean flagged = register.open(patient).stream().anyMatch(flag -> FLAGS.contains(flag.flag()));
        return flagged || lastWord(patient).filter(Word::stands).isPresent();
    }

    /** What stands of it, by its name: a thought that was named and not asked about yet, or a risk. */
    public Optional<String> standing(PatientId patient) {
        var flag = register.open(patient).stream()
                .map(StandingFlag::flag)
                .filter(name -> FLAGS.contains(name) || name.equals(SuicideItem.FLAG))
                .findFirst();
        return flag.or(() -> lastWord(patient).filter(Word::stands).map(_ -> "A risk that a clinician found"));
    }

    private Optional<Word> lastWord(PatientId patient) {
        var screened = screens.last(patient)
                .map(last -> new Word(last.takenAt(), last.band() != null && RiskLevel.stands(last.band())));
        var assessed = flags.lastAssessed(patient)
                .map(flag -> new Word(flag.clearedAt(), flag.riskLevel().stands()));
        return Stream.of(assessed, screened)
                .flatMap(Optional::stream)
                .reduce((one, other) -> other.at().isAfter(one.at()) ? other : one);
    }

    /** The flag of a screener that came out as a moderate risk; its pack has an alert of its own for a high one. */
    public @Nullable String foundBy(Scored scored) {
        return screens.include(scored.instrument()) && RiskLevel.MODERATE.name().equals(scored.band())
                ? MODERATE
                : null;
    }
}
