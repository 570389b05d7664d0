package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.account.AccountEvent.AccountChanged;
import org.stepwell.contracts.account.AccountEvent.AccountChanged.Standing;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** A token that has not expired is no way in for somebody who left. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@TestProfile(Strict.class)
class AccountTest {

    private static final String ASKED = "/api/probe/v1/probes/asked";
    private static final String MAKE = "/api/probe/v1/probes/nothing";
    private static final String PROBES = "/api/probe/v1/probes";

    private final AtomicLong version = new AtomicLong();
    private final Person ivy = new Person(
            "ivy-" + UUID.randomUUID(),
            java.util.Set.of("intake", "clinician"),
            Map.of("clinics", List.of(Person.RIVERSIDE.toString(), Person.HARBOR.toString())));
    private final String token = ivy.token();

    @Test
    void nobodyComesInWithoutAnAccountUnlessTheirRoleNeedsNone() {
        at(Person.RIVERSIDE).get(ASKED).then().statusCode(403).body("type", endsWith("/account-not-active"));

        Person.at("ops").asks().get(ASKED).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"ops, 70, 401", "ops, 40, 200", "support-person, 70, 401", "intake, 70, 403"})
    void aTokenThatNoAccountTakesAwayIsGoodForAMinute(String role, int secondsAgo, int status) {
        var answer = Person.at(role)
                .with("iat", Instant.now().minusSeconds(secondsAgo).getEpochSecond())
                .asks()
                .get(ASKED)
                .then()
                .statusCode(status);
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer").body("detail", containsString(role + " is good for a minute"));
        }
    }

    @Test
    void aLeaverIsRefusedWithATokenThatIsStillGood() {
        say(Person.RIVERSIDE, Standing.ACTIVE, null, "intake");
        awaitStatus(Person.RIVERSIDE, 200);

        say(Person.RIVERSIDE, Standing.LEFT, null, "intake");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> at(Person.RIVERSIDE)
                        .get(ASKED)
                        .then()
                        .statusCode(403)
                        .body("type", endsWith("/account-not-active")));
        say(Person.RIVERSIDE, Standing.ACTIVE, null, "intake");
        awaitStatus(Person.RIVERSIDE, 200);
        say(Person.RIVERSIDE, Standing.SUSPENDED, null, "intake");
        awaitStatus(Person.RIVERSIDE, 403);
    }

    @Test
    void whoseAccountIsParkedIsRefusedUntilItIsKnownAgain() {
        say(Person.RIVERSIDE, Standing.ACTIVE, null, "intake");
        awaitStatus(Person.RIVERSIDE, 200);

        Broker.garble(Person.RIVERSIDE, changed(ivy, Standing.LEFT, null, "intake"));

        await().untilAsserted(() -> at(Person.RIVERSIDE)
                .get(ASKED)
                .then()
                .statusCode(403)
                .body("detail", startsWith("The last change of your account has not arrived here")));
        say(Person.RIVERSIDE, Standing.ACTIVE, null, "intake");
        awaitStatus(Person.RIVERSIDE, 200);
    }

    @Test
    void aRoleThatWasTakenIsNotThereThoughTheTokenNamesIt() {
        say(Person.RIVERSIDE, Standing.ACTIVE, null, "intake", "clinician");
        await().untilAsserted(() -> assertThat(make(Person.RIVERSIDE)).isEqualTo(204));

        say(Person.RIVERSIDE, Standing.ACTIVE, null, "clinician");

        await().untilAsserted(() -> assertThat(make(Person.RIVERSIDE)).isEqualTo(403));
        assertThat(at(Person.RIVERSIDE).get(ASKED).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverLeftOneClinicStaysInTheOther() {
        say(Person.RIVERSIDE, Standing.ACTIVE, null, "intake");
        say(Person.HARBOR, Standing.ACTIVE, null, "intake");
        awaitStatus(Person.RIVERSIDE, 200);
        awaitStatus(Person.HARBOR, 200);

        say(Person.RIVERSIDE, Standing.LEFT, null, "intake");

        awaitStatus(Person.RIVERSIDE, 403);
        awaitStatus(Person.HARBOR, 200);
    }

    @Test
    void whoseRecordItIsSaysTheAccountAndNotTheToken() {
        var maya = new PatientId(UUID.randomUUID());
        var patient = Person.at("patient").who(new PatientId(UUID.randomUUID()));
        var mine = new Person("maya-" + UUID.randomUUID(), patient.roles(), patient.claims());
        say(Person.RIVERSIDE, Standing.ACTIVE, null, "intake");
        await().untilAsserted(() -> assertThat(make(Person.RIVERSIDE)).isEqualTo(204));
        var id = at(Person.RIVERSIDE)
                .body("{\"name\": \"%s\", \"patient\": \"%s\", \"size\": 1}".formatted(UUID.randomUUID(), maya))
                .post(PROBES)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        Broker.say(changed(mine, Standing.ACTIVE, maya, "patient"));

        await().untilAsserted(() -> mine.asks().get(PROBES + "/" + id).then().statusCode(200));
    }

    private RequestSpecification at(ClinicId clinic) {
        return ivy.asks().auth().oauth2(token).header("X-Clinic", clinic.toString());
    }

    private int make(ClinicId clinic) {
        return at(clinic).body("{}").post(MAKE).statusCode();
    }

    private void awaitStatus(ClinicId clinic, int status) {
        await().untilAsserted(() -> at(clinic).get(ASKED).then().statusCode(status));
    }

    private void say(
            ClinicId clinic, Standing standing, @org.jspecify.annotations.Nullable PatientId patient, String... roles) {
        Broker.say(clinic, changed(ivy, standing, patient, roles));
    }

    private AccountChanged changed(
            Person who, Standing standing, @org.jspecify.annotations.Nullable PatientId patient, String... roles) {
        return new AccountChanged(
                new AccountId(UUID.randomUUID()),
                who.subject(),
                null,
                patient,
                null,
                List.of(roles),
                standing,
                version.incrementAndGet(),
                Instant.EPOCH);
    }
}
