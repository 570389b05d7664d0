package org.stepwell.therapy.job;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.career.Careers;

/** A patient who applies for jobs. */
abstract class Jobs extends Careers {

    static final Map<String, String> BAKERY = Map.of("name", "Corner bakery", "position", "Assistant");

    String applies(Person who) {
        return posts(who, "/applications", Map.of("employer", BAKERY))
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .extract()
                .path("id");
    }

    String aJob(Person who) {
        var application = applies(who);
        List.of("SENT", "OFFER", "ACCEPTED")
                .forEach(state -> goes(who, application, state).statusCode(200));
        return application;
    }

    ValidatableResponse goes(Person who, String application, String state) {
        return posts(who, "/applications/" + application + "/states", Map.of("state", state));
    }

    ValidatableResponse works(Person who, String application, List<Map<String, Object>> shifts) {
        return puts(who, "/applications/" + application + "/shifts", "*", Map.of("shifts", shifts));
    }
}
