package org.stepwell.suite.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Faults;
import org.stepwell.suite.Http;
import org.stepwell.suite.Service;

/** Doors of a running clinic that nobody may find open. */
final class ClosedDoors {

    private static final String NO_PERMISSION = "42501";

    private ClosedDoors() {}

    /** What a service's public port answers, though only the management port should. */
    static List<String> onPublicPorts(Clinic clinic) throws IOException, InterruptedException {
        var open = new ArrayList<String>();
        try (var http = Http.client()) {
            for (var service : Service.all()) {
                for (var path :
                        List.of("/q/metrics", "/q/health", "/q/health/ready", "/q/dev", "/q/dev-ui", "/dev/clock")) {
                    var request = HttpRequest.newBuilder(
                                    URI.create(clinic.baseUrl(service) + "/").resolve(path))
                            .build();
                    int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    if (status != 404) {
                        open.add("%s%s: %d".formatted(service.title(), path, status));
                    }
                }
            }
        }
        return open;
    }

    /** Databases that another service's users come into. */
    static List<String> betweenDatabases(Faults faults) throws IOException {
        var open = new ArrayList<String>();
        for (var one : Service.all()) {
            for (var other : Service.all()) {
                for (var user :
                        List.of("STEPWELL_DATABASE_USER", "STEPWELL_DATABASE_OWNER", "STEPWELL_DATABASE_AUDITOR")) {
                    if (one != other) {
                        comesIn(faults, one, other, user, open);
                    }
                }
            }
        }
        return open;
    }

    private static void comesIn(Faults faults, Service one, Service other, String user, List<String> open)
            throws IOException {
        var own = faults.environment(one);
        var password = user.replaceFirst("_USER$", "") + "_PASSWORD";
        try (var connection = DriverManager.getConnection(
                faults.environment(other).get("STEPWELL_DATABASE_URL"), own.get(user), own.get(password))) {
            open.add("%s of %s in %s: %s".formatted(user, one.title(), other.title(), connection));
        } catch (SQLException e) {
            if (!NO_PERMISSION.equals(e.getSQLState())) {
                open.add("%s of %s in %s: %s".formatted(user, one.title(), other.title(), e.getMessage()));
            }
        }
    }
}
