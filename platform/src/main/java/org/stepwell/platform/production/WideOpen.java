package org.stepwell.platform.production;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Settings that are there to open a door a little, set so wide that it does not close. */
final class WideOpen {

    /** Beyond this, a revoked consent would go on opening records while the register can not be heard. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    /** A network of gateways is part of a private range; 10.0.0.0/8 is the largest of them. */
    private static final Pattern ANYBODY = Pattern.compile(".*/0*[0-7]");

    private static final Pattern UNVERIFIED = Pattern.compile("quarkus\\.tls\\.(?:.+\\.)?trust-all");
    private static final Pattern UNNAMED = Pattern.compile("quarkus\\.tls\\.(?:.+\\.)?hostname-verification-algorithm");
    private static final Pattern DEBUGGER = Pattern.compile("-agentlib:jdwp.*|-Xrunjdwp.*|-Xdebug");

    private WideOpen() {}

    /** What is wider than production bears, in the settings and in what the JVM was started with. */
    static List<String> in(Config config, List<String> jvmArguments) {
        var refused = new ArrayList<String>();
        for (var origin : listed(config, "stepwell.cors.origins")) {
            if (!ProductionRefusal.isHttps(origin)) {
                refused.add(
                        "STEPWELL_CORS_ORIGINS must begin with https://, each of them, because whoever is on the way"
                                + " could change a page without it");
            }
        }
        for (var proxy : listed(config, "stepwell.limits.trusted-proxies")) {
            if (ANYBODY.matcher(proxy).matches()) {
                refused.add("STEPWELL_LIMITS_TRUSTED_PROXIES must name the Gateway's network and not " + proxy
                        + ", because callers in it say themselves who they are");
            }
        }
        if (config.getOptionalValue("stepwell.consent.silence-max", Duration.class)
                .filter(silence -> silence.compareTo(SILENCE_MAX) > 0)
                .isPresent()) {
            refused.add(
                    "stepwell.consent.silence-max must be 60S or less, because a revocation is not heard meanwhile");
        }
        for (var name : config.getPropertyNames()) {
            if (UNVERIFIED.matcher(name).matches() && ProductionRefusal.isTrue(config, name, false)) {
                refused.add(name + " must be false");
            } else if (UNNAMED.matcher(name).matches()
                    && "none".equalsIgnoreCase(ProductionRefusal.text(config, name))) {
                refused.add(name + " must not be NONE");
            }
        }
        if (jvmArguments.stream()
                .anyMatch(argument -> DEBUGGER.matcher(argument).matches())) {
            refused.add("JAVA_TOOL_OPTIONS must not start a debugger, because whoever attaches reads everything");
        }
        return refused;
    }

    private static List<String> listed(Config config, String name) {
        return List.of(ProductionRefusal.text(config, name).split(",")).stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
