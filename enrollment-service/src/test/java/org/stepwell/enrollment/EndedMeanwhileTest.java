package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.AuthorityId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.enrollment.authority.Audits;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.AtOnce;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What is disclosed by another right than a consent, while that right ends: each waits for the other. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EndedMeanwhileTest {

    private final Intake riverside = new Intake(Person.RIVERSIDE);

    @Inject
    Audits audits;

    @Inject
    Sql sql;

    @BeforeEach
    void setUp() {
        riverside.setUp("Riverside");
    }

    @Test
    void anAgreementEndsOnceWhatGoesOutUnderItIsOnRecord() throws Exception {
        var audit = audit();

        var ended = AtOnce.beforeItCommits(
                sql,
                () -> assertThat(audits.agreement(AuthorityId.fromString(audit)))
                        .isPresent(),
                () -> officer().asks().post(API + "authorities/" + audit + "/ending"));

        assertThat(ended.waited()).isTrue();
        assertThat(ended.answer().statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsAskedWhileAnAgreementEndsIsRefusedOnceItHas() throws Exception {
        var maya = riverside.patient();
        var audit = audit();
        var form = Map.of("patient", maya, "categories", List.of("PRESENCE"), "channel", "SECURE_MESSAGE");

        var asked = AtOnce.beforeItCommits(
                sql,
                () -> sql.update(
                        "update authority set ended_at = now(), version = version + 1 where id = ?",
                        UUID.fromString(audit)),
                () -> officer().asks().body(form).post(API + "authorities/" + audit + "/disclosures"));

        isRefusedAfterWaiting(asked, "authority-not-in-force");
    }

    @Test
    void whatTheStateAsksForWhileItsAgreementEndsStays() throws Exception {
        var audit = audit();
        var form = Map.of(
                "moment", "ADMISSION",
                "from", "2024-01-01",
                "to", "2024-01-31",
                "authority", audit,
                "codes", "STATE",
                "format", "CSV");

        var asked = AtOnce.beforeItCommits(
                sql,
                () -> sql.update(
                        "update authority set ended_at = now(), version = version + 1 where id = ?",
                        UUID.fromString(audit)),
                () -> officer().asks().body(form).post(API + "teds/extracts"));

        isRefusedAfterWaiting(asked, "authority-not-in-force");
    }

    @Test
    void whatIsToldInAnEmergencyWhileTheRecordIsClosedStays() throws Exception {
        var maya = riverside.patient();
        var dana = Person.at("clinician").who(new StaffId(UUID.randomUUID())).with("acr", "2");
        String glass = dana.asks()
                .body(Map.of("nature", "Found unresponsive in the waiting room"))
                .post(API + "patients/" + maya + "/break-glass")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var form = Map.of(
                "recipient", "Dr. Ana Reyes",
                "facility", "Harbor General",
                "discloser", "Dana Park",
                "categories", List.of("MEDICATION"),
                "channel", "PHONE",
                "consentCanNotBeHad", true);

        var asked = AtOnce.beforeItCommits(
                sql,
                () -> sql.update(
                        "update break_glass set until = opened_at, version = version + 1 where id = ?",
                        UUID.fromString(glass)),
                () -> dana.asks().body(form).post(API + "break-glass/" + glass + "/disclosures"));

        isRefusedAfterWaiting(asked, "glass-is-closed");
    }

    private static void isRefusedAfterWaiting(AtOnce<Response> asked, String rule) {
        assertThat(asked.answer().statusCode()).isEqualTo(409);
        assertThat(asked.answer().<String>path("type")).endsWith("/" + rule);
        assertThat(asked.waited()).isTrue();
    }

    private static String audit() {
        return officer()
                .asks()
                .body(Map.of(
                        "kind", "AUDIT_AND_EVALUATION",
                        "party", "State office",
                        "reference", "2026-TEDS",
                        "firstDay", "2020-01-01",
                        "lastDay", "2099-12-31",
                        "terms",
                                Map.of(
                                        "categories", List.of("PRESENCE"),
                                        "disclosesNothingFurther", true,
                                        "copies", true,
                                        "copiesAreKeptSecureAndDestroyed", true)))
                .post(API + "authorities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Person officer() {
        return Person.at("privacy-officer").with("acr", "2");
    }
}
