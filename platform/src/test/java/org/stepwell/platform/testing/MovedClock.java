package org.stepwell.platform.testing;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** The clinic's clock of the service under test, on its management port. */
public final class MovedClock {

    /** Years of what falls due are done before it answers. */
    private static final int PATIENCE_MILLIS = 240_000;

    private MovedClock() {}

    /** Where it is asked and moved. */
    public static String url() {
        return "http://127.0.0.1:%d/dev/clock"
                .formatted(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class));
    }

    /** What it shows. */
    public static Instant now() {
        return Instant.parse(view().getString("now"));
    }

    /** All it says: the time, what is due next, what is still unsaid. */
    public static JsonPath view() {
        return RestAssured.get(url()).then().statusCode(200).extract().jsonPath();
    }

    /** Moves it, and does what falls due until then; what it answers. */
    public static JsonPath to(Instant now) {
        return RestAssured.given()
                .config(RestAssured.config()
                        .httpClient(
                                HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", PATIENCE_MILLIS)))
                .contentType(ContentType.JSON)
                .body(Map.of("now", now.toString()))
                .post(url())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
