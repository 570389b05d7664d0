package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.HashMap;
import java.util.Map;
import org.stepwell.suite.DemoClinic;

/** Before anybody is a patient: questions, call backs, people who are sent, and what somebody who was registered has a right to. */
final class FrontDesk {

    private static final Map<String, Object> NOTHING_ALLOWED =
            Map.of("phone", false, "textMessage", false, "email", false, "voicemail", false);

    private final Stage stage;
    private final Api api;
    private final Claims claims;

    FrontDesk(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
    }

    void play() {
        stage.telling().chapter("At the front desk");
        somebodyAsksWhetherItIsRight();
        var zoe = aHospitalSendsZoe();
        zoeIsRegisteredOnce(zoe);
        new OfferedPlaces(stage).untilSheSaysYes(zoe.patient());
        zoeExercisesARight(zoe);
    }

    /** Somebody who was sent, with what the services call them. */
    private record Sent(Map<String, Object> form, String patient) {}

    private void somebodyAsksWhetherItIsRight() {
        var inDanger = check("YES");
        claims.expect(
                "whoever is in danger is sent to those who help now",
                "GET_HELP_NOW 911",
                inDanger.body().path("advice").asText() + " "
                        + inDanger.body().at("/lines/0/call").asText());
        claims.expect(
                "whoever is not hears that it may fit",
                "MAY_FIT",
                check("NO").body().path("advice").asText());
        var asked = api.postAnonymously(
                ENROLLMENT,
                "/clinics/" + DemoClinic.RIVERSIDE + "/call-backs",
                Map.of("name", "Zoe " + Cast.CANARY, "phone", Cast.PHONE, "mayLeaveMessage", false));
        claims.expect("anybody may ask to be called back", 202, asked.status());
        var pipeline = api.must(api.get("ivy", ENROLLMENT, "/inquiries/pipeline"));
        claims.expect(
                "and intake sees that somebody did",
                true,
                pipeline.body().findValuesAsText("source").contains("ONLINE"));
    }

    private Api.Answer check(String inDanger) {
        return api.must(api.postAnonymously(
                ENROLLMENT,
                "/self-checks",
                Map.of(
                        "inDanger", inDanger,
                        "needsSomebodyAlways", "NO",
                        "leftInpatientCare", "NO",
                        "hasSupport", "YES",
                        "weight", "SOME")));
    }

    private Sent aHospitalSendsZoe() {
        var partner = stage.hospital("Harbor General");
        var referral = api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/referrals",
                Map.of(
                        "partner",
                        partner,
                        "reason",
                        "STEP_DOWN",
                        "stepDown",
                        Map.of(
                                "level",
                                "3.7",
                                "leavesOn",
                                stage.today().plusDays(3).toString()),
                        "whom",
                        Map.of("name", "Zoe " + Cast.CANARY, "phone", Cast.PHONE, "mayLeaveMessage", false))));
        var form = new HashMap<String, Object>(Map.of(
                "givenName",
                "Zoe",
                "familyName",
                Cast.CANARY + "-" + referral.id(),
                "birthDate",
                Cast.bornOn(referral.id()),
                "language",
                "en",
                "contactRules",
                NOTHING_ALLOWED));
        form.put("inquiry", referral.body().path("inquiry").asText());
        var patient = api.must(api.post("ivy", ENROLLMENT, "/patients", form)).id();
        claims.expect(
                "a hospital learns nothing of whom it sent, before there is a consent",
                403,
                api.post(
                                "ivy",
                                ENROLLMENT,
                                "/referrals/" + referral.id() + "/reports",
                                Map.of("purpose", "TREATMENT", "channel", "PHONE"))
                        .status());
        return new Sent(form, patient);
    }

    /** Entered once more by somebody who heard the name on the phone. */
    private void zoeIsRegisteredOnce(Sent zoe) {
        var again = new HashMap<>(zoe.form());
        again.remove("inquiry");
        again.put("givenName", "Zoë");
        claims.expect(
                "whoever looks like a patient is looked at first",
                "maybe-registered",
                api.post("ivy", ENROLLMENT, "/patients", again).rule());
        var csv = "givenName,familyName,birthDate\nZoe,%s,%s\n"
                .formatted(zoe.form().get("familyName"), zoe.form().get("birthDate"));
        var imported = api.must(api.post("ivy", ENROLLMENT, "/patients/imports", Map.of("dryRun", false, "csv", csv)));
        claims.expect(
                "and a file of another system registers nobody twice",
                "LOOKS_LIKE_A_PATIENT",
                imported.body().at("/0/outcome").asText());
    }

    private void zoeExercisesARight(Sent zoe) {
        var asked = api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + zoe.patient() + "/rights-requests",
                Map.of("right", "AMENDMENT", "words", "My name is written with dots: Zoë " + Cast.CANARY)));
        claims.expect(
                "a wish to correct the record is answered within sixty days",
                stage.today().plusDays(60).toString(),
                asked.body().path("dueOn").asText());
        api.must(api.post(
                "paul",
                ENROLLMENT,
                "/rights-requests/" + asked.id() + "/answer",
                Map.of("outcome", "DENIED", "answer", "Your passport has none. " + Cast.CANARY)));
        var disagreed = api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/rights-requests/" + asked.id() + "/disagreement",
                Map.of("statement", "It is my name. " + Cast.CANARY)));
        claims.expect(
                "and where it is denied, what she says to that stands beside it",
                "DENIED It is my name. " + Cast.CANARY,
                disagreed.body().path("outcome").asText() + " "
                        + disagreed.body().path("disagreement").asText());
        var packet = api.must(api.get("ivy", ENROLLMENT, "/patients/" + zoe.patient() + "/admission-packet"));
        claims.expect(
                "and what is still to be signed is listed",
                true,
                packet.body()
                        .valueStream()
                        .filter(item -> item.path("state").asText().equals("MISSING"))
                        .anyMatch(item -> item.path("kind").asText().equals("TREATMENT")));
    }
}
