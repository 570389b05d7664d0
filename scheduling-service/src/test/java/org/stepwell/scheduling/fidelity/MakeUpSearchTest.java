package org.stepwell.scheduling.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.scheduling.fidelity.MakeUpSearch.Choice;

class MakeUpSearchTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final RuleSet NINE_HOURS = Presets.of("iop-standard");
    private static final RuleSet THREE_HOURS_A_DAY = Presets.of("hcpcs-h0015");

    @Test
    void oneSessionIsBetterThanTwoAndASoonerOneBetterThanALater() {
        var friday = session(4, "18:00", "21:00");
        var thursday = session(3, "18:00", "21:00");
        var halves = List.of(session(3, "09:00", "10:30"), session(4, "09:00", "10:30"));

        var ways = ways(NINE_HOURS, lacking(180), List.of(friday, thursday, halves.get(0), halves.get(1)));

        assertThat(ways).containsExactly(List.of(thursday), List.of(friday), halves);
    }

    @Test
    void whoeverAsksForOneWayOnlyFindsThatTwoOfADayWouldDo() {
        var both = List.of(session(3, "09:00", "10:30"), session(3, "18:00", "19:30"));

        assertThat(new MakeUpSearch(held(NINE_HOURS, lacking(180)), _ -> true, 1).ways(both))
                .as("the board and the proposals say the same")
                .containsExactly(both);
    }

    @Test
    void theOwnTrackComesFirst() {
        var other = new Choice(
                id(), MONDAY.plusDays(3), at(3, "09:00"), at(3, "12:00"), 180, Modality.GROUP_THERAPY, true, false);
        var own = session(4, "18:00", "21:00");

        assertThat(ways(NINE_HOURS, lacking(180), List.of(other, own))).containsExactly(List.of(own), List.of(other));
    }

    @Test
    void twoSessionsAtOneTimeAreNoWay() {
        var both = List.of(session(3, "18:00", "19:30"), session(3, "19:00", "20:30"));

        assertThat(ways(NINE_HOURS, lacking(180), both)).isEmpty();
    }

    @Test
    void whatWouldBeTooMuchIsNoWay() {
        var rules = new RuleSet(
                "short",
                1,
                540,
                600,
                2,
                2,
                null,
                false,
                null,
                50,
                false,
                RuleSet.Basis.ATTENDED,
                24,
                RuleSet.RECERTIFICATION_DAYS,
                RuleSet.PLAN_DAYS,
                RuleSet.PLAN_REVIEW_DAYS,
                RuleSet.GroupSize.OF_THE_HOUSE);

        assertThat(ways(rules, lacking(180), List.of(session(2, "12:00", "17:00"))))
                .as("eleven hours where ten are the most")
                .isEmpty();
        assertThat(ways(rules, lacking(180), List.of(session(2, "09:00", "12:00"))))
                .as("on a day that is used already the days do not become more")
                .hasSize(1);
    }

    @Test
    void aDayThatIsTooShortForThePayerDoesNotCount() {
        var short2 = List.of(session(3, "18:00", "19:30"), session(4, "18:00", "19:30"));

        assertThat(ways(THREE_HOURS_A_DAY, lacking(180), short2)).isEmpty();
        assertThat(ways(THREE_HOURS_A_DAY, lacking(180), List.of(session(4, "18:00", "21:00"))))
                .hasSize(1);
    }

    @Test
    void whatThePayerDidNotApproveIsNoWay() {
        var thursday = session(3, "18:00", "21:00");
        var friday = session(4, "18:00", "21:00");
        Predicate<List<Choice>> notOnThursday =
                way -> way.stream().noneMatch(one -> one.day().equals(thursday.day()));

        var search = new MakeUpSearch(held(NINE_HOURS, lacking(180)), notOnThursday, 5);

        assertThat(search.ways(List.of(thursday, friday))).containsExactly(List.of(friday));
    }

    @Test
    void whoLacksMoreThanThreeSessionsIsPlacedAnewAndNotMadeUpFor() {
        var all = List.of(
                session(1, "09:00", "10:00"),
                session(2, "09:00", "10:00"),
                session(3, "09:00", "10:00"),
                session(4, "09:00", "10:00"));

        assertThat(ways(NINE_HOURS, lacking(180), all)).hasSize(4);
        assertThat(ways(NINE_HOURS, lacking(240), all)).isEmpty();
    }

    @Test
    void daysThatNoSessionFillsByItselfAreFilledByTwo() {
        var halves = List.of(session(3, "09:00", "10:30"), session(3, "18:00", "19:30"));

        assertThat(ways(THREE_HOURS_A_DAY, lacking(180), halves)).containsExactly(halves);
        assertThat(new MakeUpSearch(held(THREE_HOURS_A_DAY, lacking(180)), _ -> true, 1).ways(halves))
                .containsExactly(halves);
    }

    @Test
    void itFindsWhatTryingEverythingFinds() {
        var random = new Random(7);
        int restored = 0;
        for (int n = 0; n < 400; n++) {
            var rules = random.nextBoolean() ? NINE_HOURS : THREE_HOURS_A_DAY;
            var facts = lacking(30 * random.nextInt(1, 12));
            var choices = Stream.generate(() -> session(random))
                    .limit(random.nextInt(3, 10))
                    .toList();
            var all = tryingEverything(rules, facts, choices);

            assertThat(new MakeUpSearch(held(rules, facts), _ -> true, 1_000).ways(choices))
                    .as("of %s for %s under %s", choices, facts, rules.code())
                    .containsExactlyInAnyOrderElementsOf(all);
            assertThat(new MakeUpSearch(held(rules, facts), _ -> true, 1).ways(choices))
                    .hasSize(Math.min(1, all.size()));
            restored += all.isEmpty() ? 0 : 1;
        }

        assertThat(restored).as("some can be restored, and some can not").isBetween(100, 350);
    }

    private static Choice session(Random random) {
        int hour = random.nextInt(8, 18);
        return session(
                random.nextInt(7),
                "%02d:%02d".formatted(hour, random.nextInt(60)),
                "%02d:00".formatted(hour + random.nextInt(1, 5)));
    }

    /** Sets of up to three sessions, none at the time of another, that give the week what it needs, with none to spare. */
    private static List<List<Choice>> tryingEverything(RuleSet rules, WeekMeasure.Facts facts, List<Choice> choices) {
        return IntStream.range(1, 1 << choices.size())
                .mapToObj(bits -> IntStream.range(0, choices.size())
                        .filter(i -> (bits & 1 << i) != 0)
                        .mapToObj(choices::get)
                        .sorted(Comparator.comparing(Choice::startsAt))
                        .toList())
                .filter(way -> way.size() <= 3)
                .filter(way -> way.stream()
                        .noneMatch(one -> way.stream().anyMatch(two -> !one.equals(two) && one.overlaps(two))))
                .filter(way -> gives(rules, facts, way))
                .filter(way -> way.stream().noneMatch(one -> gives(rules, facts, without(way, one))))
                .filter(way -> way.stream()
                        .noneMatch(one -> way.stream()
                                .anyMatch(two ->
                                        !one.equals(two) && gives(rules, facts, without(without(way, one), two)))))
                .toList();
    }

    private static List<Choice> without(List<Choice> way, Choice one) {
        return way.stream().filter(other -> !other.equals(one)).toList();
    }

    private static boolean gives(RuleSet rules, WeekMeasure.Facts facts, List<Choice> way) {
        return !way.isEmpty()
                && WeekMeasure.of(
                                rules,
                                facts.with(way.stream().map(Choice::treatment).toList()))
                        .missing()
                        .isEmpty();
    }

    private static List<List<Choice>> ways(RuleSet rules, WeekMeasure.Facts facts, List<Choice> choices) {
        return new MakeUpSearch(held(rules, facts), _ -> true, 5).ways(choices);
    }

    private static List<HeldWeek> held(RuleSet rules, WeekMeasure.Facts facts) {
        return List.of(HeldWeek.of(Standard.ofProgram(rules), facts));
    }

    /** Three days with so many minutes fewer than nine hours. */
    private static WeekMeasure.Facts lacking(int minutes) {
        var before = MONDAY.minusDays(7);
        var counted = List.of(
                new Treatment(before.plusDays(4), 180, true),
                new Treatment(MONDAY, 180, true),
                new Treatment(MONDAY.plusDays(2), 360 - minutes, true));
        return new WeekMeasure.Facts(MONDAY, counted, List.of(), before, true, false, false);
    }

    private static Choice session(int day, String from, String until) {
        var starts = at(day, from);
        var ends = at(day, until);
        int minutes = Math.toIntExact(java.time.Duration.between(starts, ends).toMinutes());
        return new Choice(id(), MONDAY.plusDays(day), starts, ends, minutes, Modality.GROUP_THERAPY, true, true);
    }

    private static java.time.Instant at(int day, String hour) {
        return MONDAY.plusDays(day).atTime(LocalTime.parse(hour)).toInstant(ZoneOffset.UTC);
    }

    private static SessionId id() {
        return new SessionId(UUID.randomUUID());
    }
}
