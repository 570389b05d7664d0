package org.stepwell.platform.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** Somebody who calls the API in a test, with a real token. */
public record Person(String name, Set<String> roles, Map<String, Object> claims) {

    private static final Map<Person, Issued> ISSUED = new ConcurrentHashMap<>();

    private record Issued(long halfMinute, String token) {}

    /** The clinic of most tests. */
    public static final ClinicId RIVERSIDE = ClinicId.fromString("019a0000-0000-7000-8000-000000000001");

    /** Another clinic, whose people must never see Riverside's. */
    public static final ClinicId HARBOR = ClinicId.fromString("019a0000-0000-7000-8000-000000000002");

    /** Somebody with a role at Riverside. */
    public static Person at(String role) {
        return of(role, RIVERSIDE);
    }

    /** Somebody with a role at a clinic. */
    public static Person of(String role, ClinicId clinic) {
        return new Person(
                role + "-" + clinic.toString().substring(35),
                Set.of(role),
                Map.of("clinics", List.of(clinic.toString())));
    }

    /** The same, as a member of the staff. */
    public Person who(StaffId staff) {
        return with("staff_id", staff.toString());
    }

    /** The same, as a patient. */
    public Person who(PatientId patient) {
        return with("patient_id", patient.toString());
    }

    /** The same, as the service account of a partner. */
    public Person who(PartnerId partner) {
        return with("partner_id", partner.toString());
    }

    /** The same with one more claim. */
    public Person with(String claim, Object value) {
        var more = new HashMap<>(claims);
        more.put(claim, value);
        return new Person(name, roles, more);
    }

    /** Whom the tokens name. */
    public String subject() {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    /** An access token, good for four minutes or longer; signing one for each call would cost more than the call. */
    public String token() {
        var halfMinute = System.currentTimeMillis() / 30_000;
        return ISSUED.compute(
                        this,
                        (_, known) -> known != null && known.halfMinute() == halfMinute
                                ? known
                                : new Issued(halfMinute, token(Duration.ofMinutes(5))))
                .token();
    }

    /** An access token; a negative life has expired. */
    public String token(Duration life) {
        return TestIssuer.token(subject(), roles, claims, life);
    }

    /** A request of this person, with JSON in it. */
    public RequestSpecification asks() {
        return RestAssured.given().auth().oauth2(token()).contentType(ContentType.JSON);
    }
}
