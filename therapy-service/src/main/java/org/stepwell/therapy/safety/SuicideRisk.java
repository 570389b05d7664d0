package org.stepwell.therapy.safety;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
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
    /** A risk that no flag tells of any more, and that the last word says is there: a clinician's, or a screener's. */
    static final String ASSESSED = "SUICIDE_RISK_ASSESSED";

    static final String SCREENED = "SUICIDE_RISK_SCREENED";
    static final Set<String> FLAGS = Set.of(HIGH, MODERATE);

    private final SafetyRegister register;
    private final SuicideScreens screens;
    private final SafetyFlags flags;

    SuicideRisk(SafetyRegister register, SuicideScreens screens, SafetyFlags flags) {
        this.register = register;
        this.screens = screens;
        this.flags = flags;
    }

    /** @param warning how it is called where it stands */
    private record Word(Instant at, boolean stands, String warning) {}

    /**
     * Whether the risk stands: a flag of any service does, or the last that a screener or a clinician here said was high or
     * moderate. What was cleared in another service counts until a screener says less.
     */
    public boolean stands(PatientId patient) {
        boolean flagged = register.open(patient).stream().anyMatch(flag -> FLAGS.contains(flag.flag()));
        return flagged || lastWord(patient).filter(Word::stands).isPresent();
    }

    /** What stands of it, by its code: a thought that was named and not asked about yet, or a risk. */
    public Optional<String> standing(PatientId patient) {
        return warnings(patient).stream().filter(SuicideRisk::isOfIt).findFirst();
    }

    /** All warnings that stand, by their codes: the open flags of any service, and a risk that no flag tells of any more. */
    public List<String> warnings(PatientId patient) {
        var open = register.open(patient).stream()
                .map(StandingFlag::flag)
                .distinct()
                .toList();
        return open.stream().anyMatch(SuicideRisk::isOfIt)
                ? open
                : Stream.concat(open.stream(), lastWord(patient).filter(Word::stands).map(Word::warning).stream())
                        .toList();
    }

    /** A warning as a sentence has it; one that is not of suicide is called by its code. */
    public static String inWords(String warning) {
        return switch (warning) {
            case SuicideItem.FLAG -> "a thought of suicide that was named and not asked about yet";
            case HIGH -> "a high risk of suicide";
            case MODERATE -> "a moderate risk of suicide";
            case ASSESSED -> "a risk of suicide that a clinician found";
            case SCREENED -> "a risk of suicide that a screener found";
            default -> warning;
        };
    }

    private static boolean isOfIt(String warning) {
        return FLAGS.contains(warning)
                || warning.equals(SuicideItem.FLAG)
                || warning.equals(ASSESSED)
                || warning.equals(SCREENED);
    }

    private Optional<Word> lastWord(PatientId patient) {
        var screened = screens.last(patient)
                .map(last -> new Word(last.takenAt(), last.band() != null && RiskLevel.stands(last.band()), SCREENED));
        var assessed = flags.lastAssessed(patient)
                .map(flag -> new Word(flag.clearedAt(), flag.riskLevel().stands(), ASSESSED));
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
