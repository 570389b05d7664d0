package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.platform.testing.DrawnSignature;

/** Who pays for Amina: what was approved is used up evening by evening, and what holds a claim never holds her care. */
final class Paying {

    private static final int DAYS_APPROVED = 42;
    private static final long EVENINGS_OF_THREE_HOURS = 38;

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient amina;
    private final ClaimLines lines;
    private String payer = "";
    private String coverage = "";
    private String authorization = "";

    Paying(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.amina = stage.cast().amina();
        this.lines = new ClaimLines(stage, amina);
    }

    void begins() {
        payer = created(
                "ada",
                "/payers",
                Map.of("name", "Northside " + UUID.randomUUID(), "address", "PO Box 12", "terms", h0015(true)));
        var card = Map.of(
                "priority",
                "PRIMARY",
                "plan",
                "Silver PPO of " + Cast.CANARY,
                "memberNumber",
                "NHP-" + Cast.CANARY,
                "firstDay",
                stage.today().toString());
        coverage = created("ivy", "/patients/" + amina.id() + "/coverages", Map.of("payer", payer, "card", card));
        authorization = created(
                "ivy",
                "/coverages/" + coverage + "/authorizations",
                Map.of(
                        "unit",
                        "DAY",
                        "units",
                        DAYS_APPROVED,
                        "firstDay",
                        stage.firstDay().toString(),
                        "lastDay",
                        stage.firstDay().plusDays(120).toString(),
                        "reference",
                        "AUTH-" + Cast.CANARY));
    }

    /** The contract of most payers: a day of three hours, approved in advance. */
    static Map<String, Object> h0015(boolean certified) {
        return Map.of(
                "procedureCode",
                "H0015",
                "modifier",
                "HF",
                "revenueCode",
                "0906",
                "ruleSet",
                "hcpcs-h0015",
                "unit",
                "DAY",
                "authorized",
                true,
                "certified",
                certified,
                "unitsLeftAlert",
                5,
                "daysLeftAlert",
                14);
    }

    private String created(String who, String path, Map<String, ?> form) {
        return api.must(api.post(who, ENROLLMENT, path, form)).id();
    }

    /** After the last evening, and after Amina has let the clinic tell her plan. */
    void ends() {
        stage.telling().chapter("Who pays");
        var approved = api.must(api.get("ivy", ENROLLMENT, "/authorizations/" + authorization));
        claims.expect(
                "every evening of three hours has used up a day that was approved",
                EVENINGS_OF_THREE_HOURS,
                approved.body().at("/burnDown/used").asLong());
        claims.expect(
                "and the evening she left early is too short for her plan",
                stage.firstDay().toString(),
                lines.all().at("/shortDays/0/day").asText());
        claims.expect("no line leaves without her consent", List.of("CONSENT_MISSING"), lines.holds());
        consents();
        claims.expect("and with it every line is ready", EVENINGS_OF_THREE_HOURS, lines.count("READY"));
        var sent = sends();
        claims.expect("in the codes of her plan", true, sent.body().toString().contains("H0015"));
        claims.expect(
                "with what a claim says: her name, what it is for, and since when",
                "Amina F10.20 HF " + stage.firstDay(),
                String.join(
                        " ",
                        sent.body().path("GIVEN_NAME").asText(),
                        sent.body().path("DIAGNOSES").asText(),
                        sent.body().path("MODIFIER").asText(),
                        sent.body().path("ADMITTED").asText()));
        claims.expect("and is sent once", EVENINGS_OF_THREE_HOURS, lines.count("SENT"));
        oneLineIsVoided();
    }

    private void oneLineIsVoided() {
        var day = lines.all().at("/items/0/day").asText();
        var corrections = "/coverages/" + coverage + "/claim-corrections";
        api.must(api.post("ivy", ENROLLMENT, corrections, Map.of("day", day, "units", 0)));
        claims.expect("a line that is voided with the plan is ready to leave anew", 1L, lines.count("READY"));
        claims.expect("and leaves alone", day, sends().body().path("DAY").asText());
        claims.expect("so that the plan has every line again", EVENINGS_OF_THREE_HOURS, lines.count("SENT"));
        api.must(api.post("ivy", ENROLLMENT, corrections, Map.of("day", day, "units", 2)));
        claims.expect(
                "a line of which the plan has something else says that it is not what was attended",
                List.of("CHANGED_SINCE_SENT"),
                lines.holds());
        api.must(api.post("ivy", ENROLLMENT, corrections, Map.of("day", day, "units", 1)));
        claims.expect("until it is corrected there", EVENINGS_OF_THREE_HOURS, lines.count("SENT"));
    }

    /** What is ready leaves for the plan. */
    private Api.Answer sends() {
        return api.must(api.postWithSecondFactor(
                "ivy",
                ENROLLMENT,
                "/payers/" + payer + "/claims",
                Map.of(
                        "from", stage.firstDay().toString(),
                        "to", stage.day().toString(),
                        "format", "JSON_LINES")));
    }

    private void consents() {
        var statements = api.must(api.get("ivy", ENROLLMENT, "/consent-statements"))
                .body()
                .path("version")
                .asText();
        api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + amina.id() + "/consents",
                Map.of("kind", "NAMED_DISCLOSURE", "terms", toHerPlan(), "signature", signature(statements))));
        stage.time().settle();
    }

    private Map<String, Object> toHerPlan() {
        return Map.of(
                "discloser",
                "Riverside IOP",
                "description",
                "what my plan needs to pay; ask for " + Cast.CANARY,
                "recipients",
                List.of(Map.of("kind", "PAYER", "id", payer, "name", "Northside")),
                "purposes",
                List.of("PAYMENT"),
                "categories",
                List.of("PRESENCE", "DEMOGRAPHICS", "DIAGNOSIS", "ATTENDANCE", "BILLING"),
                "lastDay",
                "2099-06-30");
    }

    private Map<String, Object> signature(String statements) {
        return Map.of(
                "signer",
                amina.fullName(),
                "relationship",
                "SELF",
                "method",
                "ELECTRONIC",
                "drawing",
                DrawnSignature.stroke(),
                "statements",
                statements);
    }
}
