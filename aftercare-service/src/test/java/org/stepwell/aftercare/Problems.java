package org.stepwell.aftercare;

import static org.hamcrest.Matchers.endsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Asserts which rule an answer names. */
public final class Problems {

    private Problems() {}

    public static ValidatableResponse refused(Response answer, int status, String slug) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/" + slug));
    }
}
