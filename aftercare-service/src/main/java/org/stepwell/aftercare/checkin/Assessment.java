package org.stepwell.aftercare.checkin;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded.Level;

/**
 * What a check-in means: its flags, and the one rule that made its level. The same answers always mean the same.
 *
 * @param because the first rule that applied, in the order they are written
 */
record Assessment(Because because, Set<Flag> flags, Scores scores) {

    private static final int CRAVINGS_FROM = 3;
    private static final int SEVERAL = 2;

    /** Of the BAM: risk of 12 or more, and protection of 12 or less, ask for a look. */
    private static final int SCORE_LIMIT = 12;

    private static final int CHANGE_FROM = 4;

    /** Why a level is what it is, the most serious first. */
    @Schema(name = "CheckInBecause")
    enum Because {
        SUICIDE_THOUGHTS(Level.RED, "Thoughts of suicide: reach out now."),
        USE_AND_MEDICATION_STOPPED(Level.RED, "Use while medication was stopped: reach out the same day."),
        OPIOID_USE(Level.RED, "Use of opioids: reach out the same day."),
        USE(Level.AMBER, "Use: reach out within 48 hours."),
        SEVERAL_FLAGS(Level.AMBER, "Two flags or more: reach out within 48 hours."),
        ONE_FLAG(Level.YELLOW, "One flag: talk about it at the next contact."),
        NOTHING_STANDS_OUT(Level.GREEN, "Nothing stands out.");

        private final Level level;
        private final String sentence;

        Because(Level level, String sentence) {
            this.level = level;
            this.sentence = sentence;
        }

        Level level() {
            return level;
        }

        String sentence() {
            return sentence;
        }
    }

    static Assessment of(Answers said, Before before, boolean late) {
        var scores = Scores.of(said);
        var flags = EnumSet.noneOf(Flag.class);
        flag(flags, Flag.SUICIDE, Boolean.TRUE.equals(said.suicideThoughts()));
        flag(flags, Flag.USE, Boolean.TRUE.equals(said.used()));
        flag(flags, Flag.OPIOID_USE, said.substanceSet().contains(Substance.OPIOIDS));
        flag(flags, Flag.MOUD_STOPPED, Boolean.FALSE.equals(said.medicationTaken()));
        flag(flags, Flag.RISK, atRisk(scores.risk(), before.risk()));
        flag(flags, Flag.PROT, lessProtected(scores.protective(), before.protective()));
        flag(flags, Flag.CRAVING, said.cravings() != null && said.cravings() >= CRAVINGS_FROM);
        flag(flags, Flag.MISSED, before.missed());
        flag(flags, Flag.HOUSING_LOSS, said.housing() == Housing.LOST);
        var because = because(flags);
        flag(flags, Flag.LATE, late);
        return new Assessment(because, Collections.unmodifiableSet(flags), scores);
    }

    private static boolean atRisk(@Nullable Integer risk, @Nullable Double before) {
        return risk != null && (risk >= SCORE_LIMIT || (before != null && risk - before >= CHANGE_FROM));
    }

    private static boolean lessProtected(@Nullable Integer protection, @Nullable Double before) {
        return protection != null
                && (protection <= SCORE_LIMIT || (before != null && before - protection >= CHANGE_FROM));
    }

    /** Whether a check-in would be red without the thought of suicide that was named in it. */
    static boolean isRedBesidesTheThought(Set<Flag> flags) {
        var others = EnumSet.noneOf(Flag.class);
        others.addAll(flags);
        others.remove(Flag.SUICIDE);
        return because(others).level() == Level.RED;
    }

    private static Because because(Set<Flag> flags) {
        if (flags.contains(Flag.SUICIDE)) {
            return Because.SUICIDE_THOUGHTS;
        }
        if (flags.contains(Flag.USE) && flags.contains(Flag.MOUD_STOPPED)) {
            return Because.USE_AND_MEDICATION_STOPPED;
        }
        if (flags.contains(Flag.OPIOID_USE)) {
            return Because.OPIOID_USE;
        }
        if (flags.contains(Flag.USE)) {
            return Because.USE;
        }
        if (flags.size() >= SEVERAL) {
            return Because.SEVERAL_FLAGS;
        }
        return flags.isEmpty() ? Because.NOTHING_STANDS_OUT : Because.ONE_FLAG;
    }

    private static void flag(Set<Flag> flags, Flag flag, boolean raised) {
        if (raised) {
            flags.add(flag);
        }
    }
}
