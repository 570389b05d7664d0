package org.stepwell.suite.journey;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.stepwell.suite.journey.Stage.AFTERCARE;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Aftercare after the second discharge: a silence at a slower pace, a recheck, and the rest of the year. */
final class AfterTheSecondTime {

    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final int WEEKS_AGAIN = 5;
    private static final int WEEKS_APART = 4;
    private static final int YEAR = 365;

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient nora;
    private final NorasWeeks weeks;
    private final LookingForNora looking;
    private final Mailbox mailbox;
    private final LocalDate lastDay;

    AfterTheSecondTime(Stage stage, NorasWeeks weeks, LookingForNora looking, Mailbox mailbox) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.nora = stage.cast().nora();
        this.weeks = weeks;
        this.looking = looking;
        this.mailbox = mailbox;
        this.lastDay = stage.day();
    }

    /** Until a year after the first last day is over. */
    void play(LocalDate first) {
        slowSilence();
        recheck();
        untilTheYearIsOver(first.plusDays(YEAR));
        claims.expect("those who left with Nora are counted", 12, leftOn(first));
    }

    /** Weekly at first; then Carl asks every four weeks, and she does not answer twice. */
    private void slowSilence() {
        for (int week = 1; week < WEEKS_AGAIN; week++) {
            weeks.checkIn(false);
        }
        asksAt("FOUR_WEEKLY");
        weeks.checkIn(false);
        var missed = weeks.nextDueOn();
        long mails = mailbox.count(LookingForNora.MESSAGE);
        stage.passUntil(missed.plusWeeks(WEEKS_APART).plusDays(3), MORNING);
        claims.expect(
                "at a slower pace one silence stays one silence",
                2,
                looking.since(missed).size());
        looking.onceInSilenceSince("in eight weeks", missed);
        claims.expect(
                "and nobody else is asked, because no consent says so",
                "NO_CONSENT",
                looking.asked(missed).path("status").asText());
        claims.expect("each check-in that is missed is one mail", mails + 2, mailbox.count(LookingForNora.MESSAGE));
        claims.expect("she is offered treatment once more", "RETAINED OFFERED", weeks.offersStand());
        weeks.checkInNow(false);
        claims.expect("and once she is heard from, nobody looks for her", 0L, looking.running());
        weeks.settles(1, "DECLINED");
        asksAt("BY_TIME");
    }

    private void asksAt(String pace) {
        var plan = api.must(api.get("carl", AFTERCARE, "/plans/" + nora.plan()));
        api.must(api.put(
                "carl",
                AFTERCARE,
                "/plans/" + nora.plan() + "/cadence",
                Map.of("pace", pace, "reason", "As we said on the phone. " + Cast.CANARY),
                plan.etag()));
    }

    /** The first of them ended with her admission; this one is asked for a quarter after the second last day. */
    private void recheck() {
        var rechecks = api.must(api.get(nora.account(), AFTERCARE, "/plans/" + nora.plan() + "/rechecks"))
                .body()
                .path("items");
        claims.expect(
                "rechecks begin anew with the second last day",
                "ENDED DUE",
                String.join(" ", rechecks.findValuesAsText("status")));
        var due = rechecks.get(1);
        claims.expect(
                "a quarter later",
                lastDay.plusMonths(3).toString(),
                due.path("dueOn").asText());
        var answered = api.must(api.post(
                nora.account(),
                AFTERCARE,
                "/rechecks/" + due.path("id").asText() + "/answers",
                Map.of(
                        "useDays", 0,
                        "intoxicatedDays", 0,
                        "failedResponsibilities", false,
                        "problems", false,
                        "withdrawal", false,
                        "wantsTreatment", false,
                        "inTreatment", false,
                        "inJail", false)));
        claims.expect(
                "and she needs none, she says",
                "NO_NEED",
                answered.body().path("need").asText());
    }

    private void untilTheYearIsOver(LocalDate year) {
        while (weeks.nextDueOn().isBefore(year)) {
            weeks.checkIn(false);
        }
        stage.passUntil(year, MORNING);
        var dueDays = weeks.checkIns()
                .valueStream()
                .map(NorasWeeks::dueOn)
                .filter(day -> day.isAfter(lastDay))
                .toList();
        claims.expect(
                "weekly at first, and every four weeks in the end",
                List.of(7L, 28L),
                List.of(
                        DAYS.between(dueDays.getFirst(), dueDays.get(1)),
                        DAYS.between(dueDays.get(dueDays.size() - 2), dueDays.getLast())));
        stage.telling()
                .say("A year after: %d check-ins since, and the plan is %s.", dueDays.size(), weeks.planStatus());
    }

    private int leftOn(LocalDate day) {
        var cohorts = api.must(api.get("sam", AFTERCARE, "/outcomes?from=%s&to=%s".formatted(day, day)))
                .body()
                .path("cohorts");
        return cohorts.valueStream()
                .filter(one -> one.path("program").asText().equals(stage.program()))
                .mapToInt(one -> one.path("discharged").asInt())
                .sum();
    }
}
