package org.stepwell.aftercare.meeting;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.testing.Person;

/** Words for tests of meetings and their feeds. */
final class Feeds {

    static final String API = "/api/aftercare/v1";
    static final Person ADMIN = Person.at("clinic-admin");
    static final Person READER = Person.at("patient");

    private Feeds() {}

    /** Whatever is there by now. */
    static Response put(String feed, String rows) {
        return put(ADMIN, feed, rows, "*");
    }

    static Response put(Person person, String feed, String rows, @Nullable String ifMatch) {
        var request = person.asks().body(rows.startsWith("[") ? rows : "[" + rows + "]");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(API + "/meeting-feeds/" + feed);
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
