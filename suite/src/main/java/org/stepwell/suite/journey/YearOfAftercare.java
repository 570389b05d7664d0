package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.AFTERCARE;
import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * A year with Nora: quiet weeks, consents that she takes back, a lapse, a silence that is climbed step by step and brings her back into
 * treatment, a second discharge, a recheck, and a silence at a slower pace.
 */
final class YearOfAftercare {

    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final int WEEKS_TOLD = 3;
    private static final int DAYS_OF_SILENCE = 16;
    private static final int DAYS_BACK = 20;

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient nora;
    private final LocalDate lastDay;
    private final NorasWeeks weeks;
    private final LookingForNora looking;
    private final Mailbox mailbox;
    private final CountingDays days;

    YearOfAftercare(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.nora = stage.cast().nora();
        this.lastDay = stage.firstDay().plusDays(90);
        this.weeks = new NorasWeeks(stage);
        this.looking = new LookingForNora(stage);
        this.mailbox = new Mailbox(
                stage,
                api.must(api.get("ivy", ENROLLMENT, "/patients/" + nora.id()))
                        .body()
                        .path("email")
                        .asText());
        this.days = new CountingDays(stage, mailbox);
    }

    void play() {
        stage.telling().chapter("A year of aftercare");
        typedAndSent();
        days.begins();
        new AskingAReceiver(stage).play();
        lapse();
        days.mutes();
        silence();
        days.wasNotWrittenTo();
        comesBack();
        leavesAgain();
        new AfterTheSecondTime(stage, weeks, looking, mailbox).play(lastDay);
    }

    /** She types the evening before, on two devices. */
    private void typedAndSent() {
        var next = weeks.scheduled();
        stage.passUntil(NorasWeeks.dueOn(next).minusDays(1), EVENING);
        var draft = "/check-ins/" + next.path("id").asText() + "/draft";
        var first = api.must(api.put(nora.account(), AFTERCARE, draft, Map.of("says", Map.of("cravings", 1)), "\"0\""));
        var second = api.must(
                api.put(nora.account(), AFTERCARE, draft, Map.of("says", NorasWeeks.week(false)), first.etag()));
        claims.expect(
                "what two devices type, the second one reads first",
                412,
                api.put(nora.account(), AFTERCARE, draft, Map.of("says", Map.of("cravings", 4)), first.etag())
                        .status());
        var sent = api.must(api.postSeen(nora.account(), AFTERCARE, draft + "/sending", second.etag()))
                .body();
        claims.expect("a quiet week", "GREEN", sent.path("level").asText());
        claims.expect(
                "with the scores of what pulls her back and what holds her",
                true,
                sent.path("riskScore").isInt() && sent.path("protectiveScore").isInt());
    }

    private void lapse() {
        for (int week = 1; week < WEEKS_TOLD; week++) {
            weeks.checkIn(false);
        }
        claims.expect("opioids are a reason to reach out the same day", "RED", weeks.checkIn(true));
        claims.expect("the risk of the next week is known", false, risk().equals("ABSTAINS"));
        var red = api.must(api.get("carl", AFTERCARE, "/tasks?kind=check-in-red&patient=" + nora.id()))
                .body()
                .path("items");
        claims.expect("and somebody's work, once", 1, red.size());
        api.must(api.post("carl", AFTERCARE, "/tasks/" + red.at("/0/id").asText() + "/acknowledgement", Map.of()));
    }

    private void silence() {
        claims.expect(
                "whoever checks in in time is not looked for",
                0,
                looking.silences().size());
        var missed = weeks.nextDueOn();
        looking.asksNobodyWhomSheTakesBack(missed);
        stage.passUntil(missed.plusDays(DAYS_OF_SILENCE), MORNING);
        claims.expect(
                "sooner, because the week before was red",
                true,
                looking.since(missed).getLast().path("compressed").asBoolean());
        looking.onceInSilenceSince("in three weeks", missed);
        claims.expect(
                "each week without a check-in is one mail, and says nothing else",
                3L,
                mailbox.count(LookingForNora.MESSAGE));
        claims.expect("treatment is offered again", "OFFERED", weeks.offersStand());
        stage.telling().say("Nora is silent for two weeks, and is looked for.");
    }

    /** She is reached, and wants treatment: a referral of the clinic's own, and a second admission. */
    private void comesBack() {
        api.must(api.post(
                "carl",
                AFTERCARE,
                "/plans/" + nora.plan() + "/outreach/attempts",
                Map.of("way", "CALL", "outcome", "REACHED")));
        claims.expect("whoever is reached is not looked for any more", 0L, looking.running());
        weeks.settles(0, "ACCEPTED");
        stage.time().settle();
        var again = api.must(api.get("ivy", ENROLLMENT, "/referrals?limit=200"))
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("reason").asText().equals("READMISSION"))
                .count();
        claims.expect("enrollment has a referral of our own", 1L, again);
        admitted();
        claims.expect("aftercare waits while she is in treatment", "PAUSED", weeks.planStatus());
    }

    private void admitted() {
        nora.waitsAs(api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/patients/" + nora.id() + "/episodes",
                        Map.of("program", stage.program(), "track", "evening")))
                .id());
        new Admissions(stage).screen(nora, List.of());
        api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/episodes/" + nora.episode() + "/admission",
                Map.of(
                        "start",
                        stage.day().toString(),
                        "careTeam",
                        List.of(Map.of("staff", Cast.CARL, "role", "PRIMARY_CLINICIAN")))));
        stage.time().settle();
    }

    private void leavesAgain() {
        var before = weeks.checkIns().size();
        stage.passUntil(stage.day().plusDays(DAYS_BACK), MORNING);
        claims.expect(
                "nobody asks her from outside meanwhile",
                before,
                weeks.checkIns().size());
        api.must(api.post(
                "carl",
                ENROLLMENT,
                "/episodes/" + nora.episode() + "/discharge",
                Map.of(
                        "lastDay", stage.day().toString(),
                        "reason", "AGAINST_ADVICE",
                        "waiver", "AGAINST_ADVICE")));
        stage.time().settle();
        claims.expect("the same plan goes on after a second discharge", "ACTIVE", weeks.planStatus());
    }

    private String risk() {
        return api.must(api.get("carl", AFTERCARE, "/plans/" + nora.plan() + "/risk"))
                .body()
                .path("level")
                .asText();
    }
}
