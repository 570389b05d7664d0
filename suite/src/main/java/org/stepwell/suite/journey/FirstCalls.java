package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.SCHEDULING;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** From the first call to a seat in the group, or to none. */
final class FirstCalls {

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final OwnAccounts accounts;

    FirstCalls(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.accounts = new OwnAccounts(stage);
    }

    void play() throws IOException, InterruptedException {
        stage.telling().chapter("Thirteen first calls");
        for (var patient : stage.cast().everybody()) {
            register(patient);
        }
        accounts.claim();
        var admissions = new Admissions(stage);
        var stopped = new Stops(stage, admissions).play();
        for (var patient : stage.cast().everybody()) {
            if (!stopped.contains(patient)) {
                admissions.diagnose(patient);
                admissions.screen(patient, List.of());
                admissions.consent(patient);
                api.must(admissions.admit(patient));
            }
        }
        claims.expect("nobody is admitted before others who wait unless it is said why", true, admissions.passedOver());
        stage.time().settle();
        seated();
        new Sharing(stage).play();
        nobodyTakesAThirteenthSeat();
    }

    private void register(Cast.Patient patient) throws IOException, InterruptedException {
        var inquiry = api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/inquiries",
                        Map.of(
                                "channel",
                                "PHONE",
                                "source",
                                "SELF",
                                "caller",
                                Map.of(
                                        "name",
                                        patient.fullName(),
                                        "phone",
                                        Cast.PHONE,
                                        "mayLeaveMessage",
                                        false,
                                        "said",
                                        "Asked for evening groups"))))
                .id();
        api.must(api.post("ivy", ENROLLMENT, "/inquiries/" + inquiry + "/contacts", Map.of("reached", true)));
        patient.registeredAs(api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/patients",
                        Map.of(
                                "givenName",
                                patient.name(),
                                "familyName",
                                Cast.CANARY + "-" + inquiry,
                                "birthDate",
                                Cast.bornOn(inquiry),
                                "language",
                                "en",
                                "phone",
                                Cast.PHONE,
                                "email",
                                "reader-%s@example.org".formatted(inquiry),
                                "contactRules",
                                patient.likesMail()
                                        ? Map.of("phone", true, "textMessage", false, "email", true, "voicemail", false)
                                        : Map.of(
                                                "phone", true, "textMessage", true, "email", false, "voicemail", false),
                                "inquiry",
                                inquiry)))
                .id());
        patient.waitsAs(api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/patients/" + patient.id() + "/episodes",
                        Map.of("program", stage.program(), "track", "evening")))
                .id());
        accounts.open(patient);
    }

    private void seated() {
        long complete = stage.cast().everybody().stream()
                .map(patient -> api.must(api.get("sam", ENROLLMENT, "/episodes/" + patient.episode())))
                .filter(episode -> episode.body().path("placement").asText().equals("COMPLETE"))
                .count();
        claims.expect("twelve of thirteen are seated for the whole week", 12L, complete);
        var nora = api.must(
                api.get("sam", ENROLLMENT, "/episodes/" + stage.cast().nora().episode()));
        claims.expect(
                "the thirteenth is answered too: incomplete",
                "INCOMPLETE",
                nora.body().path("placement").asText());
        claims.expect(
                "with the minutes that are missing",
                540,
                nora.body().path("placementMissingMinutes").asInt());
    }

    private void nobodyTakesAThirteenthSeat() {
        claims.expect(
                "a full group takes nobody",
                "group-full",
                join(stage.firstDay().toString()).rule());
        var group = api.must(api.get("ada", SCHEDULING, "/groups/" + stage.group()));
        claims.expect("and keeps its twelve", 12, group.body().path("taken").asInt());
        stage.telling()
                .say(
                        "Twelve are seated; %s finds the group full and waits.",
                        stage.cast().nora().name());
    }

    /** Nora asks for a seat. */
    Api.Answer join(String from) {
        return api.post(
                "ivy",
                SCHEDULING,
                "/groups/" + stage.group() + "/members",
                Map.of(
                        "patient",
                        stage.cast().nora().id(),
                        "episode",
                        stage.cast().nora().episode(),
                        "from",
                        from));
    }
}
