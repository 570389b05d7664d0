package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands in several objects is the same in all of them, and every service's name has come where {@code this} stood. */
final class SaidOnce implements Check {

    private static final Pattern PLACEHOLDER = Pattern.compile("this([-_].*)?");

    /** People's words are in these. */
    private static final Set<String> PROSE = Set.of("ConfigMap", "KeycloakRealmImport", "PrometheusRule");

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        rendered.settings().ifPresent(settings -> {
            var issuer = settings.at("/data/STEPWELL_ISSUER").asText();
            var host = host(issuer);
            same(rendered, "HTTPRoute", "identity", "/spec/hostnames/0", host, complaints);
            same(rendered, "BackendTLSPolicy", "keycloak", "/spec/validation/hostname", host, complaints);
            same(rendered, "Keycloak", "keycloak", "/spec/hostname/hostname", "https://" + host, complaints);
            var letters = host(settings.at("/data/STEPWELL_LETTERS_URL").asText());
            same(rendered, "HTTPRoute", "letters", "/spec/hostnames/0", letters, complaints);
            rendered.pods().stream()
                    .filter(Rendered.Pod::isMigration)
                    .forEach(pod -> complaints.insist(
                            pod.variable("STEPWELL_ISSUER")
                                    .path("value")
                                    .asText()
                                    .equals(issuer),
                            "%s: let STEPWELL_ISSUER be that of the settings, %s",
                            pod.name(),
                            issuer));
        });
        for (var object : rendered.objects()) {
            if (!PROSE.contains(object.path("kind").asText())) {
                left(object, object, complaints);
            }
        }
        return complaints.all();
    }

    private static void same(
            Rendered rendered, String kind, String name, String path, String value, Complaints complaints) {
        rendered.named(kind, name).ifPresent(object -> complaints.same(kind + " " + name, object, path, value));
    }

    private static String host(String address) {
        return URI.create(address).getHost();
    }

    private static void left(JsonNode object, JsonNode part, Complaints complaints) {
        complaints.insist(
                !part.isTextual() || !PLACEHOLDER.matcher(part.asText()).matches(),
                "%s %s: nobody said a name in place of \"%s\"; add its path to the replacements",
                object.path("kind").asText(),
                Rendered.name(object),
                part.asText());
        part.forEach(each -> left(object, each, complaints));
    }
}
