package org.stepwell.aftercare;

import static org.stepwell.contracts.code.DataCategory.AFTERCARE;
import static org.stepwell.contracts.code.DataCategory.DEMOGRAPHICS;
import static org.stepwell.contracts.code.DataCategory.DISCHARGE_SUMMARY;
import static org.stepwell.contracts.code.DataCategory.MEDICATION;
import static org.stepwell.contracts.code.DataCategory.PRESENCE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
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
import org.stepwell.platform.testing.ConsentDoorsTestBase;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ConsentDoorsTest extends ConsentDoorsTestBase {

    private static final String API = "/api/aftercare/v1";
    private static final Set<DataCategory> OF_A_STEP = EnumSet.of(PRESENCE, AFTERCARE);

    /** With whatever is told beside. */
    private static final Set<DataCategory> AT_MOST =
            EnumSet.of(PRESENCE, DEMOGRAPHICS, MEDICATION, DISCHARGE_SUMMARY, AFTERCARE);

    /** Of one topic or the other. */
    private static final Set<DataCategory> OF_A_SUPPORT_PERSON =
            EnumSet.of(PRESENCE, DataCategory.PROGRESS, DataCategory.ATTENDANCE, MEDICATION, AFTERCARE);

    @Override
    protected PatientId patient() {
        return Scene.somebodyDischargedToday().patient;
    }

    /** A letter is written while it is open, and seen and printed while it still is. */
    @Override
    protected Map<String, Door> doors() {
        var doors = new HashMap<String, Door>();
        var writing = new Receiving("EMAIL");
        doors.put(
                "POST " + API + "/next-steps/{step}/letters",
                door(writing, ConsentDoorsTestBase::asRefused, writing::isAsked));
        var printing = new Receiving("PRINTED");
        String letter = asked(printing).path("id");
        doors.put(
                "POST " + API + "/letters/{letter}/printed",
                door(
                        printing,
                        ConsentDoorsTestBase::asRefused,
                        () -> printing.scene.theClinician().asks().post(API + "/letters/" + letter + "/printed")));
        var opening = new Receiving("PRINTED");
        var link = asked(opening).path("link").toString().replace("https://documents.example", "");
        doors.put(
                "POST " + API + "/links/{clinic}/referrals/{secret}/opening",
                door(
                        opening,
                        ConsentDoorsTestBase::asByLink,
                        () -> RestAssured.given().post(link + "/opening")));
        var asking = new Asking();
        doors.put(
                "POST " + API + "/support-people/{supportPerson}/permits",
                byConsent(
                                asking.scene.patient,
                                asking.rosa,
                                DisclosurePurpose.SUPPORT,
                                OF_A_STEP,
                                ConsentDoorsTestBase::asRefused,
                                asking::isDone)
                        .atMost(OF_A_SUPPORT_PERSON));
        return doors;
    }

    private Response asked(Receiving receiving) {
        Reached.theRegisterIsHeard();
        consents(
                receiving.scene.patient,
                receiving.park,
                EnumSet.of(DisclosurePurpose.TREATMENT),
                EnumSet.copyOf(OF_A_STEP));
        return receiving.isAsked().then().statusCode(201).extract().response();
    }

    private Door door(Receiving receiving, Meaning meaning, Supplier<Response> through) {
        return byConsent(
                        receiving.scene.patient,
                        receiving.park,
                        DisclosurePurpose.TREATMENT,
                        OF_A_STEP,
                        meaning,
                        through)
                .atMost(AT_MOST);
    }

    /** Somebody of whom nobody hears, and who may be asked for them. */
    private static final class Asking {

        private final Scene scene = Scene.somebodyDischargedToday();
        private final Recipient rosa;

        Asking() {
            String id = scene.thePatient()
                    .asks()
                    .body(Map.of(
                            "name",
                            "Rosa",
                            "relation",
                            "sister",
                            "phone",
                            "+1 555 0177",
                            "topics",
                            List.of("MISSED_CHECK_IN")))
                    .post(API + "/patients/" + scene.patient + "/support-people")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            rosa = new Recipient(Recipient.Kind.SUPPORT_PERSON, UUID.fromString(id));
        }

        Response isDone() {
            return scene.theClinician()
                    .asks()
                    .body(Map.of("topic", "MISSED_CHECK_IN", "channel", "PHONE"))
                    .post(API + "/support-people/" + rosa.id() + "/permits");
        }
    }

    /** Somebody who is to be referred, and to whom. */
    private static final class Receiving {

        private final Scene scene = Scene.somebodyDischargedToday();
        private final Recipient park = new Recipient(Recipient.Kind.TREATING_PROVIDER, UUID.randomUUID());
        private final String way;
        private final String step;

        Receiving(String way) {
            this.way = way;
            Reached.byMail(scene.patient, null);
            step = scene.theClinician()
                    .asks()
                    .body(Map.of(
                            "kind",
                            "WEEKLY_THERAPY",
                            "date",
                            Scene.today().plusDays(20).toString()))
                    .post(API + "/plans/" + scene.plan() + "/next-steps")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        Response isAsked() {
            return scene.theClinician()
                    .asks()
                    .body(Map.of(
                            "way",
                            way,
                            "recipient",
                            park,
                            "purpose",
                            "TREATMENT",
                            "also",
                            List.of(),
                            "receiver",
                            Map.of("name", "Dr. Ruth Park", "email", "park-%s@example.org".formatted(step)),
                            "answerBy",
                            Scene.today().plusDays(5).toString()))
                    .post(API + "/next-steps/" + step + "/letters");
        }
    }
}
