package org.stepwell.therapy.motivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attended;
import static org.stepwell.therapy.Riverside.aPatientOf;
import static org.stepwell.therapy.Riverside.anId;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.discharged;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What a patient says in a session, and on the four lists of their balance. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class TalkAndBalanceTest extends Interviews {

    @Inject
    Sql sql;

    @Test
    void talkIsCountedOfASessionThePatientWasAtAndOnlyOfThat() {
        var session = aSession(dora);
        attended(session, aPatientOf(dora));

        counts(clinician(dora), session.session(), "", COUNTS)
                .statusCode(409)
                .body("type", endsWith("/talk-of-a-session-they-were-at"));
        counts(clinician(dora), new SessionId(anId()), "", COUNTS).statusCode(404);
        page("").body("talk", hasSize(0));
    }

    @Test
    void aCountIsReplacedByWhoeverReadIt() {
        var session = aSession(dora);
        attended(session, ada);
        counts(clinician(dora), session.session(), "", COUNTS).statusCode(200).header("ETag", equalTo("\"0\""));

        counts(clinician(dora), session.session(), "\"7\"", COUNTS).statusCode(412);
        clinician(dora)
                .asks()
                .body(COUNTS)
                .put(ofEpisode() + "/sessions/" + session.session() + "/change-talk")
                .then()
                .statusCode(428);
        counts(clinician(dora), session.session(), "\"0\"", with(COUNTS, "sustain", 0))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("changePercent", equalTo(100));

        page("").body("talk", hasSize(1)).body("talk[0].changePercent", equalTo(100));
    }

    @Test
    void aCountOutOfRangeOrMissingIsPointedAtAndNothingCountedHasNoShare() {
        var session = aSession(dora);
        attended(session, ada);
        for (var wrong : List.of(-1, 501)) {
            counts(clinician(dora), session.session(), "", with(COUNTS, "need", wrong))
                    .statusCode(400)
                    .body("errors.pointer", contains("/need"));
        }
        counts(clinician(dora), session.session(), "", Map.of("desire", 1))
                .statusCode(400)
                .body("errors.pointer", hasSize(7));

        var nothing = Map.<String, Object>of(
                "desire",
                0,
                "ability",
                0,
                "reasons",
                0,
                "need",
                0,
                "commitment",
                0,
                "activation",
                0,
                "takingSteps",
                0,
                "sustain",
                0);
        counts(clinician(dora), session.session(), "", nothing).statusCode(200).body("changePercent", nullValue());
    }

    @Test
    void aBalanceIsWrittenInVersionsThatAreAllKept() {
        writes(clinician(dora), "", BALANCE)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("says.lessGoodAboutUse", contains("I miss dinner.", "It costs my pay."));
        writes(clinician(dora), "\"2\"", BALANCE).statusCode(412);
        writes(clinician(dora), "\"1\"", with(BALANCE, "lessGoodAboutChange", List.of("I would see less of Tom.")))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));

        page("").body("balance.version", equalTo(2))
                .body("balance.says.lessGoodAboutChange", contains("I would see less of Tom."));
        var first = versions("?limit=1").body("items.version", contains(1)).body("after", notNullValue());
        versions("?after=" + first.extract().path("after"))
                .body("items.version", contains(2))
                .body("after", nullValue());
    }

    @Test
    void whatABalanceSaysIsSealed() {
        writes(clinician(dora), "", BALANCE).statusCode(200);

        var stored = ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                "select content from decisional_balance where episode_id = ?",
                                row -> row.getString(1),
                                ada.episode().value())));

        assertThat(stored).singleElement().asString().doesNotContain("quiet", "dinner", "kids");
    }

    @Test
    void aBalanceSaysSomethingAndIsOfSomebodyWhoIsIn() {
        var none = List.<String>of();
        writes(
                        clinician(dora),
                        "",
                        Map.of(
                                "goodAboutUse",
                                none,
                                "lessGoodAboutUse",
                                none,
                                "goodAboutChange",
                                none,
                                "lessGoodAboutChange",
                                none))
                .statusCode(400)
                .body("type", endsWith("/balance-says-something"))
                .body("errors.pointer", contains("/goodAboutUse"));
        writes(clinician(dora), "", with(BALANCE, "goodAboutUse", List.of("quiet", " ")))
                .statusCode(400)
                .body("errors.pointer", contains("/goodAboutUse/1"));

        discharged(ada);
        await("the discharge")
                .untilAsserted(() -> writes(clinician(dora), "*", BALANCE)
                        .statusCode(409)
                        .body("type", endsWith("/balance-while-in")));
    }

    private ValidatableResponse versions(String query) {
        return patient()
                .asks()
                .get(ofEpisode() + "/decisional-balance/versions" + query)
                .then()
                .statusCode(200);
    }
}
