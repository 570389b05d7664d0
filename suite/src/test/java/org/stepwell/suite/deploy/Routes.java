package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** Requests come in by the Gateway that deploy/README.md asks for, and lead to Services that listen, each at its own path. */
final class Routes implements Check {

    /** By its name, its namespace and its listener. */
    private static final Pattern GATEWAY = Pattern.compile(
            "\\*\\*A Gateway\\*\\*\\s+named\\s+`([^`]+)`\\s+in\\s+`([^`]+)`[^`]*\\slistener\\s+`([^`]+)`");

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var gateway = GATEWAY.matcher(Source.text(Deploy.FOLDER.resolve("README.md")));
        if (!gateway.find()) {
            return List.of("deploy/README.md: say which **A Gateway** there must be: named, in, with a listener");
        }
        for (JsonNode route : rendered.all("HTTPRoute")) {
            var name = "HTTPRoute " + Rendered.name(route);
            complaints.insist(route.at("/spec/parentRefs").size() == 1, "%s: let it hang on one Gateway", name);
            complaints.same(name, route, "/spec/parentRefs/0/name", gateway.group(1));
            complaints.same(name, route, "/spec/parentRefs/0/namespace", gateway.group(2));
            complaints.same(name, route, "/spec/parentRefs/0/sectionName", gateway.group(3));
            for (JsonNode rule : route.at("/spec/rules")) {
                rule.path("backendRefs").forEach(backend -> leads(rendered, route, rule, backend, complaints));
            }
        }
        return complaints.all();
    }

    private static void leads(
            Rendered rendered, JsonNode route, JsonNode rule, JsonNode backend, Complaints complaints) {
        var name = backend.path("name").asText();
        var port = backend.path("port").asInt();
        // The operator makes this one.
        var keycloak =
                name.equals("keycloak-service") && !rendered.all("Keycloak").isEmpty() && port == 8443;
        complaints.insist(
                keycloak || rendered.listens(name, port),
                "HTTPRoute %s leads to %s:%d, where no Service listens; correct name or port",
                Rendered.name(route),
                name,
                port);
        complaints.insist(
                rule.at("/timeouts/request").asText().matches("[1-9]\\d*s"),
                "HTTPRoute %s: say how long a request to %s may take (timeouts)",
                Rendered.name(route),
                name);
        for (JsonNode match : rule.path("matches")) {
            var path = match.at("/path/value").asText();
            complaints.insist(
                    keycloak || path.equals("/api/" + name.replace("-service", "")) || path.endsWith("/v1/links/"),
                    "HTTPRoute %s opens %s to %s; open /api/ and the service's name",
                    Rendered.name(route),
                    path,
                    name);
            complaints.insist(
                    !Rendered.name(route).equals("letters")
                            || path.equals("/api/%s/v1/links/".formatted(name.replace("-service", ""))),
                    "HTTPRoute letters opens %s; whoever reads letters comes to links alone",
                    path);
        }
    }
}
