package org.stepwell.aftercare.meeting;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stepwell.platform.testing.Person;

/** Words for tests of meetings and their feeds. */
final class Feeds {

    static final String API = "/api/aftercare/v1";
    static final Person ADMIN = Person.at("clinic-admin");
    static final Person READER = Person.at("patient");

    private Feeds() {}

    static Response put(String feed, String rows) {
        return ADMIN.asks().body(rows.startsWith("[") ? rows : "[" + rows + "]").put(API + "/meeting-feeds/" + feed);
    }

    static String feed(String slug, int day, String time) {
        return "{\"name\": \"%s\", \"slug\": \"%s\", \"day\": %d, \"time\": \"%s\"}".formatted(slug, slug, day, time);
    }

    static List<String> ids(String query) {
        return READER.asks()
                .get(API + "/meetings?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    static List<String> times(String query) {
        return READER.asks().get(API + "/meetings?" + query).then().extract().path("items.startsAt");
    }

    static String resource(String name) throws IOException {
        try (var stream = Feeds.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
