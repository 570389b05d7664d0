package org.stepwell.enrollment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.scheduling.SchedulingState.PlacesChanged;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** What is agreed with a partner, and what its system may do by that. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class AgreementTest {

    // A clinic of its own: its board shows nobody else's tracks.
    private final Intake millbrook = new Intake(new ClinicId(UUID.randomUUID()));
    private House harbor = new House(millbrook, "");

    @BeforeEach
    void setUp() {
        millbrook.setUp("Millbrook");
        harbor = House.of(millbrook, "HOSPITAL");
    }

    @AfterEach
    void itIsNow() {
        MovedClock.to(Instant.now());
    }

    @Test
    void withoutAnAgreementASystemIsToldWhatIsMissing() {
        refused(sends(), "No agreement of yours");

        harbor.signs("2020-01-01", "2099-12-31", "READ_PLACES").statusCode(201);
        refused(sends(), "No agreement of yours");
        places().statusCode(200);

        harbor.signs("2020-01-01", "2099-12-31", "REFER").statusCode(201);
        sends().statusCode(201);
    }

    @Test
    void anAgreementIsInForceFromItsFirstDayToItsLast() {
        var first = today().plusDays(2);
        harbor.signs(first.toString(), first.plusDays(10).toString(), "REFER")
                .statusCode(201)
                .body("standing", equalTo("TO_COME"));
        refused(sends(), "TO_COME");

        MovedClock.to(at(first));
        sends().statusCode(201);
        MovedClock.to(at(first.plusDays(10)));
        var referral = harbor.sends();

        MovedClock.to(at(first.plusDays(11)));
        refused(sends(), "EXPIRED");
        refused(harbor.reads(referral), "EXPIRED");
        harbor.reads(UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void anAgreementThatIsEndedLetsNothingFromThatMoment() {
        String agreement = harbor.signs("2020-01-01", "2099-12-31", "REFER")
                .body("standing", equalTo("IN_FORCE"))
                .body("signedBy", equalTo("Dr. Ruth Park, medical director"))
                .extract()
                .path("id");
        sends().statusCode(201);

        ends(harbor, agreement).statusCode(200).body("standing", equalTo("ENDED"));

        refused(sends(), "ENDED");
        ends(harbor, agreement).statusCode(409).body("type", endsWith("/agreement-ends-once"));
    }

    @Test
    void thePrivacyOfficerAndAdministratorsKeepAgreementsAndNobodyElse() {
        var form = House.agreement("2020-01-01", "2099-12-31", "REFER");
        var path = API + "partners/" + harbor.partner() + "/agreements";
        millbrook.ada().asks().body(form).post(path).then().statusCode(201);
        millbrook.ivy().asks().body(form).post(path).then().statusCode(403);
        harbor.system().asks().body(form).post(path).then().statusCode(403);
        Person.of("privacy-officer", Person.HARBOR)
                .asks()
                .body(form)
                .post(path)
                .then()
                .statusCode(404);

        harbor.signs("2026-02-01", "2026-01-31", "REFER")
                .statusCode(400)
                .body("type", endsWith("/agreement-ends-after-it-begins"))
                .body("errors[0].pointer", equalTo("/lastDay"));
        harbor.signs("2026-02-01", "2026-12-31").statusCode(400).body("errors[0].pointer", equalTo("/lets"));
    }

    @Test
    void aPartnershipThatIsOverLetsNothingWhateverIsSigned() {
        harbor.signs("2020-01-01", "2099-12-31", "REFER", "READ_PLACES").statusCode(201);
        millbrook
                .ada()
                .asks()
                .post(API + "partners/" + harbor.partner() + "/end")
                .then()
                .statusCode(200);

        sends().statusCode(409).body("type", endsWith("/partnership-is-over"));
        places().statusCode(409);
        harbor.signs("2020-01-01", "2099-12-31", "REFER").statusCode(409);
    }

    @Test
    void aSystemSeesWhichPlacesAreFreeAndNobodysName() {
        harbor.signs("2020-01-01", "2099-12-31", "READ_PLACES").statusCode(201);
        var program = millbrook.program();
        places().body("[0].program", equalTo(program)).body("[0].free", nullValue());

        Broker.say(
                millbrook.clinic(),
                new PlacesChanged(
                        ProgramId.fromString(program), "evening", LocalDate.of(2026, 3, 2), 3, Instant.EPOCH));
        await().untilAsserted(() -> places().body("[0].free", equalTo(3)));
        var episode = millbrook.waiting(millbrook.patient(), program);
        places().body("[0].othersWait", equalTo(true));
        millbrook
                .ivy()
                .asks()
                .body(Map.of())
                .post(API + "episodes/" + episode + "/offers")
                .then()
                .statusCode(201);

        places().body("[0].free", equalTo(2))
                .body("[0].othersWait", equalTo(false))
                .body("[0].freeFrom", equalTo("2026-03-02"));
        millbrook
                .ivy()
                .asks()
                .post(API + "episodes/" + episode + "/withdrawal")
                .then()
                .statusCode(200);
        millbrook.ada().asks().post(API + "programs/" + program + "/end").then().statusCode(200);
        places().body("program", equalTo(List.of()));
    }

    private ValidatableResponse sends() {
        return harbor.sends("R-" + UUID.randomUUID(), Map.of());
    }

    private ValidatableResponse places() {
        return harbor.system().asks().get(API + "partner/places").then();
    }

    private static void refused(ValidatableResponse answer, String why) {
        answer.statusCode(403).body("type", endsWith("/agreement-lets-nothing")).body("detail", containsString(why));
    }

    private static ValidatableResponse ends(House house, String agreement) {
        return house.officer()
                .asks()
                .post(API + "partners/" + house.partner() + "/agreements/" + agreement + "/ending")
                .then();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(17, 0).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(MovedClock.now(), ZoneOffset.UTC);
    }
}
