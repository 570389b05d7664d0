package org.stepwell.scheduling.fidelity;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;

/**
 * A program's week. People are counted by the program's rule set; what payers ask for besides is told apart.
 *
 * @param people by how their week will end
 * @param notApplicable whose week is no whole one, or who are away
 * @param metPercent of those whose week counts, who have what they need; null while none counts
 * @param atRiskForPayerOnly who have what the program asks for, or will have it, and not what their payer does
 * @param groupSharePercent of all minutes attended so far, those in groups; null before the first
 */
@Schema(name = "ProgramWeek")
record ProgramWeek(
        ProgramId program,

        @Schema(examples = "{\"MET\": 9, \"AT_RISK\": 1}") Map<Forecast, Integer> people,

        @Schema(examples = "2") int notApplicable,
        @Nullable @Schema(examples = "90") Integer metPercent,

        @Schema(
                examples = "1",
                description = "who are at risk or lost under the payer's rule set, and not under the program's")
        int atRiskForPayerOnly,

        @Nullable @Schema(examples = "85") Integer groupSharePercent,

        @Schema(examples = "144", description = "of all sessions of the week")
        long seats,

        @Schema(examples = "120") long seatsTaken,

        @Schema(description = "whose week can be saved first, then whose can not")
        List<AtRisk> atRisk) {

    private static final int PERCENT = 100;

    /** Somebody whose week will not have what it needs, unless somebody does something. */
    @Schema(name = "WeekAtRisk")
    record AtRisk(
            PatientId patient,
            EpisodeId episode,

            @Schema(description = "the rule sets under which it is at risk or lost; the program's first")
            List<Risk> ruleSets) {

        private AtRisk and(AtRisk also) {
            return new AtRisk(
                    patient,
                    episode,
                    Stream.concat(ruleSets.stream(), also.ruleSets.stream()).toList());
        }

        private boolean forPayerOnly() {
            return ruleSets.getFirst().rulesOf() == RulesOf.PAYER;
        }

        private Forecast best() {
            return ruleSets.stream()
                    .map(Risk::forecast)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** Under which rule set, and why. */
    @Schema(name = "WeekRisk")
    record Risk(
            RulesOf rulesOf,
            @Schema(examples = "hcpcs-h0015") String ruleSet,
            Forecast forecast,

            @Schema(
                    examples =
                            "The seats still to come are too few (360 of 540 minutes); other sessions could make up for it.")
            String sentence) {}

    /** A patient's week under one of its rule sets, and how it will end. */
    record Line(EpisodeWeek week, Outlook outlook) {

        private boolean atRisk() {
            return outlook.forecast() == Forecast.AT_RISK || outlook.forecast() == Forecast.CANNOT_BE_MET;
        }

        private Risk risk() {
            return new Risk(
                    week.rulesOf(),
                    week.rules().code(),
                    Objects.requireNonNull(outlook.forecast()),
                    outlook.sentence());
        }
    }

    /** Of everybody in a program, each under all of their rule sets. */
    static ProgramWeek of(ProgramId program, Collection<Line> all, long seats, long seatsTaken) {
        var lines = all.stream()
                .filter(line -> line.week().rulesOf() == RulesOf.PROGRAM)
                .toList();
        var people = new EnumMap<Forecast, Integer>(Forecast.class);
        lines.stream()
                .map(line -> line.outlook().forecast())
                .filter(Objects::nonNull)
                .forEach(forecast -> people.merge(forecast, 1, Integer::sum));
        int counting = people.values().stream().mapToInt(Integer::intValue).sum();
        int minutes =
                lines.stream().mapToInt(line -> line.week().measure().minutes()).sum();
        int inGroups = lines.stream()
                .mapToInt(line -> line.week().measure().groupMinutes())
                .sum();
        var atRisk = atRisk(all);
        return new ProgramWeek(
                program,
                people,
                lines.size() - counting,
                counting == 0 ? null : (Integer) (people.getOrDefault(Forecast.MET, 0) * PERCENT / counting),
                Math.toIntExact(atRisk.stream().filter(AtRisk::forPayerOnly).count()),
                minutes == 0 ? null : (Integer) (inGroups * PERCENT / minutes),
                seats,
                seatsTaken,
                atRisk);
    }

    private static List<AtRisk> atRisk(Collection<Line> all) {
        var found = new HashMap<EpisodeId, AtRisk>();
        all.stream()
                .filter(Line::atRisk)
                .sorted(Comparator.comparing(line -> line.week().rulesOf()))
                .forEach(line -> found.merge(
                        line.week().episode().id(),
                        new AtRisk(
                                line.week().episode().patient(),
                                line.week().episode().id(),
                                List.of(line.risk())),
                        AtRisk::and));
        return found.values().stream()
                .sorted(Comparator.comparing(AtRisk::best)
                        .thenComparing(line -> line.patient().value()))
                .toList();
    }
}
