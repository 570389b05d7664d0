package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.SCHEDULING;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** From the first call to admission, with the two refusals that protect people. */
final class FirstCalls {

    private static final int DAYS_OF_BIRTH = 14_000;

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
        refusedWithoutConsent(stage.cast().amina());
        refusedWithAHardStop(stage.cast().boris());
        for (var patient : stage.cast().everybody()) {
            if (patient != stage.cast().amina() && patient != stage.cast().boris()) {
                screen(patient, List.of());
                consent(patient);
                admitted(patient);
            }
        }
        stage.time().settle();
        seated();
        aminaLetsTomasKnow();
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
                                bornOn(inquiry),
                                "language",
                                "en",
                                "phone",
                                Cast.PHONE,
                                "contactRules",
                                Map.of("phone", true, "textMessage", true, "email", false, "voicemail", false),
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

    /** Another day in each run: whoever shares a given name and a birth date would be taken for the same person. */
    private static String bornOn(String inquiry) {
        return LocalDate.of(1960, 1, 1)
                .plusDays(Math.floorMod(inquiry.hashCode(), DAYS_OF_BIRTH))
                .toString();
    }

    private Api.Answer screen(Cast.Patient patient, List<String> stops) {
        return api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + patient.id() + "/screenings",
                Map.of(
                        "edition", "3",
                        "withdrawal", 0,
                        "biomedical", 0,
                        "emotional", 1,
                        "readiness", 2,
                        "relapse", 2,
                        "environment", 1,
                        "ambulatoryWithdrawalManagement", false,
                        "stops", stops)));
    }

    private void consent(Cast.Patient patient) {
        api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + patient.id() + "/consents",
                Map.of(
                        "kind",
                        "TREATMENT",
                        "signature",
                        Map.of("signer", patient.fullName(), "relationship", "SELF", "method", "PAPER"))));
    }

    private void aminaLetsTomasKnow() {
        var amina = stage.cast().amina();
        var statements = api.must(api.get("ivy", ENROLLMENT, "/consent-statements"))
                .body()
                .path("version")
                .asText();
        var consent = api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + amina.id() + "/consents",
                Map.of("kind", "NAMED_DISCLOSURE", "terms", toTomas(), "signature", signature(amina, statements))));
        stage.time().settle();
        var signed = api.must(api.get("ivy", ENROLLMENT, "/consents/" + consent.id()));
        claims.expect(
                "Amina's consent is in force in all services",
                4,
                signed.body().at("/inForce/services").asInt());
        var tomas = signed.body().at("/terms/recipients/0/id").asText();
        claims.expect("Tomas may be told that she comes", 200, tells(amina, tomas, "ATTENDANCE"));
        claims.expect("and nothing else", 403, tells(amina, tomas, "DIAGNOSIS"));
    }

    private int tells(Cast.Patient patient, String recipient, String category) {
        return api.post(
                        "ivy",
                        SCHEDULING,
                        "/patients/" + patient.id() + "/disclosures",
                        Map.of(
                                "recipient",
                                Map.of("kind", "SUPPORT_PERSON", "id", recipient),
                                "purpose",
                                "SUPPORT",
                                "categories",
                                List.of(category),
                                "channel",
                                "PHONE"))
                .status();
    }

    private static Map<String, Object> toTomas() {
        return Map.of(
                "discloser",
                "Riverside IOP",
                "description",
                "that I come, and how often; ask for " + Cast.CANARY,
                "recipients",
                List.of(Map.of("kind", "SUPPORT_PERSON", "name", "Tomas " + Cast.CANARY)),
                "purposes",
                List.of("SUPPORT"),
                "categories",
                List.of("PRESENCE", "ATTENDANCE"),
                "lastDay",
                "2099-06-30");
    }

    private static Map<String, Object> signature(Cast.Patient patient, String statements) {
        return Map.of(
                "signer",
                patient.fullName(),
                "relationship",
                "SELF",
                "method",
                "ELECTRONIC",
                "drawing",
                "iVBORw0KGgo=",
                "statements",
                statements);
    }

    private Api.Answer admit(Cast.Patient patient) {
        return api.post(
                "ivy",
                ENROLLMENT,
                "/episodes/" + patient.episode() + "/admission",
                Map.of(
                        "start", stage.firstDay().toString(),
                        "careTeam", List.of(Map.of("staff", Cast.CARL, "role", "PRIMARY_CLINICIAN"))));
    }

    private void admitted(Cast.Patient patient) {
        api.must(admit(patient));
    }

    private void refusedWithoutConsent(Cast.Patient amina) {
        var screening = screen(amina, List.of());
        claims.expect(
                "a level is suggested",
                "2.1",
                screening.body().path("suggestedLevel").asText());
        claims.expect(
                "and the rule that fired is named",
                "R7",
                screening.body().path("firedRule").asText());
        claims.expect(
                "nobody is admitted without consent to treatment",
                "treatment-consent-required",
                admit(amina).rule());
        consent(amina);
        admitted(amina);
        stage.telling().say("%s is refused until she signs consent to treatment.", amina.name());
    }

    private void refusedWithAHardStop(Cast.Patient boris) {
        screen(boris, List.of("MEDICAL_EMERGENCY"));
        consent(boris);
        claims.expect(
                "nobody is admitted with an open hard stop",
                "hard-stop-open",
                admit(boris).rule());
        var findings = api.must(api.get("ivy", ENROLLMENT, "/patients/" + boris.id() + "/findings"));
        api.must(api.post(
                "pia",
                ENROLLMENT,
                "/findings/" + findings.body().at("/items/0/id").asText() + "/clearance",
                Map.of(
                        "disposition",
                        "MEDICALLY_CLEARED",
                        "assessment",
                        "Seen in the emergency department, and well again; ask for " + Cast.CANARY)));
        admitted(boris);
        stage.telling().say("%s is refused until a clinician has cleared a medical emergency.", boris.name());
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
