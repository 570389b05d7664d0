package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.stepwell.contracts.code.DataCategory.ASSESSMENT;
import static org.stepwell.contracts.code.DataCategory.ATTENDANCE;
import static org.stepwell.contracts.code.DataCategory.BILLING;
import static org.stepwell.contracts.code.DataCategory.COUNSELING_NOTES;
import static org.stepwell.contracts.code.DataCategory.DEMOGRAPHICS;
import static org.stepwell.contracts.code.DataCategory.DIAGNOSIS;
import static org.stepwell.contracts.code.DataCategory.DISCHARGE_SUMMARY;
import static org.stepwell.contracts.code.DataCategory.MEDICATION;
import static org.stepwell.contracts.code.DataCategory.PRESENCE;
import static org.stepwell.contracts.code.DataCategory.PROGRESS;
import static org.stepwell.contracts.code.DataCategory.TREATMENT_PLAN;
import static org.stepwell.enrollment.Billing.today;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.ConsentDoorsTestBase;
import org.stepwell.platform.testing.Mailbox;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ConsentDoorsTest extends ConsentDoorsTestBase {

    /** Of whichever kind it is. */
    private static final Set<DataCategory> BY_LETTER = EnumSet.of(PRESENCE, PROGRESS, ATTENDANCE);

    /** Of whomever, at admission and at discharge. */
    private static final Set<DataCategory> TO_THE_STATE =
            EnumSet.of(PRESENCE, ASSESSMENT, DEMOGRAPHICS, DISCHARGE_SUMMARY, DIAGNOSIS, MEDICATION, BILLING);

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    @Override
    protected PatientId patient() {
        return riverside.patient();
    }

    @Override
    protected Map<String, Door> doors() {
        riverside.setUp("Riverside");
        var doors = new HashMap<String, Door>();
        toThePayer(doors);
        toThePartner(doors);
        byLetter(doors);
        doors.put("POST " + API + "authorities/{authority}/disclosures", toAServiceOrganization());
        doors.put("POST " + API + "break-glass/{glass}/disclosures", inAnEmergency());
        doors.put("POST " + API + "teds/extracts", toTheState().atMost(TO_THE_STATE));
        return doors;
    }

    /** A day that is ready to be billed but for the patient's consent; lines that wait for it stay where they are. */
    private void toThePayer(Map<String, Door> doors) {
        var billing = new Billing(riverside);
        var maya = patient();
        var episode = riverside.admitted(maya);
        var payer = billing.payer(Billing.h0015());
        var authorization =
                billing.approved(billing.covered(maya, payer), 20, today().minusDays(5), today().plusDays(60));
        billing.noteSigned(maya, episode, billing.attends(maya, episode, today().minusDays(1)));
        await().untilAsserted(() -> billing.lines(maya, today().minusDays(6), today())
                .body("items.holds", contains(contains("CONSENT_MISSING"))));
        var recipient = new Recipient(Recipient.Kind.PAYER, UUID.fromString(payer));
        var biller = riverside.ivy().with("acr", "2");
        var carl = riverside.carl().with("acr", "2");
        doors.put(
                "POST " + API + "payers/{payer}/claims",
                byConsent(
                        maya,
                        recipient,
                        DisclosurePurpose.PAYMENT,
                        EnumSet.of(PRESENCE, DEMOGRAPHICS, DIAGNOSIS, ATTENDANCE, BILLING),
                        answer -> counted(answer, "X-Lines", "X-Held"),
                        () -> billing.sends(biller, payer, today().minusDays(6), today(), true)
                                .extract()
                                .response()));
        doors.put(
                "POST " + API + "authorizations/{authorization}/renewal-packet/printed",
                byConsent(
                        maya,
                        recipient,
                        DisclosurePurpose.PAYMENT,
                        EnumSet.of(PRESENCE, DIAGNOSIS, ATTENDANCE, ASSESSMENT, PROGRESS, TREATMENT_PLAN, BILLING),
                        ConsentDoorsTestBase::asRefused,
                        () -> carl.asks().post(API + "authorizations/" + authorization + "/renewal-packet/printed")));
    }

    /** A letter is written while it is open, and opened by its link while it still is. */
    private void byLetter(Map<String, Door> doors) {
        var maya = patient();
        riverside.admitted(maya);
        var tomas = new Recipient(Recipient.Kind.SUPPORT_PERSON, UUID.randomUUID());
        var lets = EnumSet.of(PRESENCE, PROGRESS);
        var address = "tomas-%s@example.org".formatted(UUID.randomUUID());
        var form = Map.of(
                "kind",
                "ENROLLMENT",
                "recipient",
                tomas,
                "purpose",
                "SUPPORT",
                "reader",
                Map.of("name", "Tomas Lindqvist", "email", address));
        Supplier<Response> writes = () -> riverside.ivy().asks().body(form).post(API + "patients/" + maya + "/letters");
        doors.put(
                "POST " + API + "patients/{patient}/letters",
                byConsent(maya, tomas, DisclosurePurpose.SUPPORT, lets, ConsentDoorsTestBase::asRefused, writes)
                        .atMost(BY_LETTER));
        consents(maya, tomas, EnumSet.of(DisclosurePurpose.SUPPORT), lets);
        await().untilAsserted(() -> writes.get().then().statusCode(201));
        await().untilAsserted(() -> assertThat(Mailbox.of(address)).isNotEmpty());
        var link = LettersOfMaya.link(Mailbox.of(address).getFirst());
        await().untilAsserted(() -> LettersOfMaya.opens(link).then().statusCode(200));
        doors.put(
                "GET " + API + "links/{clinic}/letters/{secret}",
                byConsent(
                                maya,
                                tomas,
                                DisclosurePurpose.SUPPORT,
                                lets,
                                ConsentDoorsTestBase::asByLink,
                                () -> LettersOfMaya.opens(link))
                        .atMost(BY_LETTER));
    }

    /** Whoever is on the waiting list: that they came, and how it went on. */
    private void toThePartner(Map<String, Door> doors) {
        var house = House.agreed(riverside, "HOSPITAL");
        var referral = house.sends();
        var form = new HashMap<>(Intake.maya());
        form.put(
                "inquiry",
                riverside.ivy().asks().get(API + "referrals/" + referral).path("inquiry"));
        var maya = riverside.patient(form);
        riverside.waiting(maya, riverside.program());
        var recipient = new Recipient(Recipient.Kind.TREATING_PROVIDER, UUID.fromString(house.partner()));
        var lets = EnumSet.of(PRESENCE, PROGRESS);
        doors.put(
                "GET " + API + "partner/referrals/{referral}",
                byConsent(
                        maya,
                        recipient,
                        DisclosurePurpose.TREATMENT,
                        lets,
                        ConsentDoorsTest::staged,
                        () -> house.reads(referral).extract().response()));
        var report = Map.of("purpose", "TREATMENT", "channel", "PHONE");
        doors.put(
                "POST " + API + "referrals/{referral}/reports",
                byConsent(
                        maya,
                        recipient,
                        DisclosurePurpose.TREATMENT,
                        lets,
                        ConsentDoorsTestBase::asRefused,
                        () -> riverside.ivy().asks().body(report).post(API + "referrals/" + referral + "/reports")));
    }

    /** Who learns no more is told that the referral was received. */
    private static Answer staged(Response answer) {
        if (answer.statusCode() != 200) {
            return Answer.ANOTHER;
        }
        return answer.path("stage").equals("RECEIVED") ? Answer.KEPT : Answer.LET_OUT;
    }

    /** One leaves or is left out, and the answer counts it. */
    private static Answer counted(Response answer, String out, String kept) {
        if (answer.statusCode() == 200 && "1".equals(answer.header(out)) && "0".equals(answer.header(kept))) {
            return Answer.LET_OUT;
        }
        return answer.statusCode() == 200 && "0".equals(answer.header(out)) && "1".equals(answer.header(kept))
                ? Answer.KEPT
                : Answer.ANOTHER;
    }

    private Door toAServiceOrganization() {
        var maya = patient();
        var lets = EnumSet.of(ATTENDANCE, BILLING);
        Way way = categories -> under(agreed(categories), maya, lets);
        Supplier<Response> ended = () -> {
            var agreement = agreed(lets);
            officer()
                    .asks()
                    .post(API + "authorities/" + agreement + "/ending")
                    .then()
                    .statusCode(200);
            return under(agreement, maya, lets);
        };
        return new Door(
                maya,
                lets,
                way,
                answer -> ruled(answer, "beyond-its-scope", "authority-not-in-force"),
                Map.of("under an agreement that ended", ended),
                false);
    }

    private static String agreed(Set<DataCategory> categories) {
        var named = EnumSet.copyOf(categories);
        named.remove(COUNSELING_NOTES); // no agreement opens them
        return officer()
                .asks()
                .body(Map.of(
                        "kind", "QUALIFIED_SERVICE_ORGANIZATION",
                        "party", "Northside Laboratory",
                        "reference", "QSOA 2026-14",
                        "firstDay", "2026-01-01",
                        "terms", Map.of("categories", named, "boundByPart2", true, "resistsInProceedings", true)))
                .post(API + "authorities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response under(String agreement, PatientId patient, Set<DataCategory> categories) {
        return officer()
                .asks()
                .body(Map.of("patient", patient, "categories", categories, "channel", "SECURE_MESSAGE"))
                .post(API + "authorities/" + agreement + "/disclosures");
    }

    private Door inAnEmergency() {
        var maya = patient();
        var dana = clinician();
        String glass = dana.asks()
                .body(Map.of("nature", "Found unresponsive in the waiting room"))
                .post(API + "patients/" + maya + "/break-glass")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Door(
                maya,
                EnumSet.of(MEDICATION),
                _ -> tells(dana, glass, EnumSet.of(MEDICATION)),
                answer -> ruled(answer, "opened-by-another", "counseling-notes-stay-closed"),
                Map.of(
                        "by who did not open it",
                        () -> tells(
                                Person.at("supervisor").who(new StaffId(UUID.randomUUID())),
                                glass,
                                EnumSet.of(MEDICATION)),
                        "with what no emergency opens",
                        () -> tells(dana, glass, EnumSet.of(MEDICATION, COUNSELING_NOTES))),
                true);
    }

    private static Person clinician() {
        return Person.at("clinician").who(new StaffId(UUID.randomUUID())).with("acr", "2");
    }

    private static Response tells(Person who, String glass, Set<DataCategory> categories) {
        return who.asks()
                .body(Map.of(
                        "recipient", "Dr. Ana Reyes",
                        "facility", "Harbor General",
                        "discloser", "Dana Park",
                        "categories", categories,
                        "channel", "PHONE",
                        "consentCanNotBeHad", true))
                .post(API + "break-glass/" + glass + "/disclosures");
    }

    /** At a clinic where nobody else was admitted. */
    private static Door toTheState() {
        var mill = Reports.atNewClinic();
        var maya = mill.born("1991-04-12");
        mill.answersAtAdmission(mill.admitted(maya, "2026-03-02"), Reports.DRINKS)
                .statusCode(200);
        var lets = EnumSet.of(PRESENCE, DEMOGRAPHICS, ASSESSMENT);
        return new Door(
                maya,
                lets,
                categories -> extract(mill, categories, "2099-12-31"),
                answer -> answer.asString().contains("/problems/authority-not-in-force\"")
                        ? Answer.KEPT
                        : counted(answer, "X-Records", "X-Refused"),
                Map.of("under an agreement that is over", () -> extract(mill, lets, "2026-01-31")),
                false);
    }

    private static Response extract(Reports mill, Set<DataCategory> categories, String lastDay) {
        var named = categories.stream()
                .filter(category -> category != COUNSELING_NOTES)
                .map(Enum::name)
                .toList();
        return mill.extract(mill.audit(named, lastDay), "ADMISSION", "STATE", "CSV")
                .extract()
                .response();
    }

    private static Answer ruled(Response answer, String... rules) {
        if (answer.statusCode() < 300) {
            return Answer.LET_OUT;
        }
        return List.of(rules).stream().anyMatch(rule -> answer.asString().contains("/problems/" + rule + "\""))
                ? Answer.KEPT
                : Answer.ANOTHER;
    }

    private static Person officer() {
        return Person.at("privacy-officer").with("acr", "2");
    }
}
