package org.stepwell.platform.production;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Does not start in production with what is good enough for a demo. A service is in production unless {@code
 * STEPWELL_PRODUCTION=false} says otherwise, so that a forgotten setting refuses rather than allows.
 */
@Singleton
public class ProductionRefusal {

    /** Random bytes repeat a little: of 32, about 30 differ. */
    private static final int DIFFERENT_BYTES_MIN = 20;

    private static final Map<String, String> AS_SHIPPED = Map.of(
            "quarkus.oidc.token.audience", "stepwell",
            "quarkus.oidc.token.required-claims.typ", "Bearer",
            "quarkus.oidc.token.subject-required", "true",
            "quarkus.oidc.token.signature-algorithm", "rs256");

    private static final List<String> UNSET =
            List.of("quarkus.oidc.token.issuer", "quarkus.oidc.token.lifespan-grace", "quarkus.oidc.public-key");

    private static final Pattern VERIFIED = Pattern.compile("[?&]sslmode=verify-full(?:&|$)");
    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");
    private static final Pattern TALKATIVE =
            Pattern.compile("ALL|FINEST|FINER|FINE|TRACE|DEBUG", Pattern.CASE_INSENSITIVE);

    private static final String MIGRATES_ONLY = "quarkus.init-and-exit";

    private final Config config;

    ProductionRefusal(Config config) {
        this.config = config;
    }

    /** Ahead of whoever would already talk to the broker, and of the first request. */
    void check(@Observes @Priority(1) StartupEvent startup) {
        check();
    }

    /** Ends the start, with what is to be done about it; the first who talks to the database asks before. */
    public void check() {
        if (LaunchMode.current() == LaunchMode.NORMAL && isProduction(config)) {
            var refused = isTrue(config, MIGRATES_ONLY, false) ? ofAMigration(config) : refusals(config);
            if (!refused.isEmpty()) {
                throw new IllegalStateException("Not started: %s. Set STEPWELL_PRODUCTION=false where this is a trial."
                        .formatted(String.join("; ", refused)));
            }
        }
    }

    private static boolean isProduction(Config config) {
        return !"false".equals(text(config, "stepwell.production"));
    }

    /** What a production service may not be told, each with its setting and what to do. */
    static List<String> refusals(Config config) {
        var refused = new ArrayList<String>();
        if (!"system".equals(text(config, "stepwell.clock"))) {
            refused.add("STEPWELL_CLOCK must be system, because production runs on the time it is");
        }
        refused.addAll(accounts(config));
        refused.addAll(sealing(config));
        if (!isTrue(config, "quarkus.oidc.enabled", true) || !isTrue(config, "quarkus.oidc.tenant-enabled", true)) {
            refused.add("quarkus.oidc.tenant-enabled must be true, because nobody comes in without a token");
        }
        if (!isHttps(text(config, "quarkus.oidc.auth-server-url"))) {
            refused.add("STEPWELL_ISSUER must begin with https://, because its keys decide who comes in");
        }
        if (!text(config, "quarkus.oidc.tls.verification").isEmpty()
                && !"required".equalsIgnoreCase(text(config, "quarkus.oidc.tls.verification"))) {
            refused.add("quarkus.oidc.tls.verification must be required");
        }
        refused.addAll(tokens(config));
        refused.addAll(brokers(config));
        if (isTrue(config, "quarkus.swagger-ui.enabled", false)) {
            refused.add("STEPWELL_SWAGGER must be false");
        }
        if (!isTrue(config, "quarkus.log.console.json.enabled", false)) {
            refused.add(
                    "STEPWELL_LOG_JSON must be true, because in one object a line nobody can write lines of their own");
        }
        refused.addAll(OpenPost.in(config));
        refused.addAll(ofAMigration(config));
        return refused;
    }

    /**
     * What migrates and ends talks to the database and to nobody else. It is not asked about keys and brokers, so that
     * whoever runs it need not be told them.
     */
    static List<String> ofAMigration(Config config) {
        var refused = new ArrayList<String>();
        // The audit's linker connects by the first, all else by the second.
        if (!isVerified(config, "stepwell.database.url") || !isVerified(config, "quarkus.datasource.jdbc.url")) {
            refused.add(
                    "STEPWELL_DATABASE_URL must end in ?sslmode=verify-full, with sslrootcert where the authority is"
                            + " your own");
        }
        refused.addAll(talkative(config));
        refused.addAll(WideOpen.in(config, ManagementFactory.getRuntimeMXBean().getInputArguments()));
        return refused;
    }

    /** What a token is looked at for is the same everywhere; a key in the settings would be believed beside the issuer's. */
    private static List<String> tokens(Config config) {
        var refused = new ArrayList<String>();
        AS_SHIPPED.forEach((name, value) -> {
            if (!value.equalsIgnoreCase(text(config, name))) {
                refused.add("%s must be %s, as it is shipped".formatted(name, value));
            }
        });
        for (var name : UNSET) {
            if (!text(config, name).isEmpty()) {
                refused.add(name + " must not be set, because tokens are looked at as they are everywhere");
            }
        }
        return refused;
    }

    private static List<String> accounts(Config config) {
        var refused = new ArrayList<String>();
        if (!isTrue(config, "stepwell.accounts.required", false)) {
            refused.add("STEPWELL_ACCOUNTS_REQUIRED must be true, because a token outlives an account");
        }
        if (!isTrue(config, "stepwell.accounts.second-factor", true)) {
            refused.add("STEPWELL_ACCOUNTS_SECOND_FACTOR must be true, because passwords are stolen");
        }
        var realm = text(config, "stepwell.accounts.realm");
        if (!realm.isEmpty() && !isHttps(realm)) {
            refused.add("stepwell.accounts.realm must begin with https://, because the client signs in there");
        }
        return refused;
    }

    /** What goes over the broker is about patients, and whoever speaks there is believed. */
    private static List<String> brokers(Config config) {
        var refused = new ArrayList<String>();
        if (!ENCRYPTED.contains(text(config, "kafka.security.protocol").toUpperCase(Locale.ROOT))) {
            refused.add("KAFKA_SECURITY_PROTOCOL must be SSL or SASL_SSL, with KAFKA_SSL_TRUSTSTORE_LOCATION where the"
                    + " authority is your own");
        }
        // An empty value, which switches the check off, is no value to whoever asks for one.
        var check = config.getConfigValue("kafka.ssl.endpoint.identification.algorithm");
        if (check.getSourceName() != null && !"https".equalsIgnoreCase(check.getRawValue())) {
            refused.add("KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM must be https, or not set");
        }
        return refused;
    }

    /** As who acts by it reads it: yes, on and 1 are true too. */
    private static boolean isVerified(Config config, String url) {
        return VERIFIED.matcher(text(config, url)).find();
    }

    static boolean isTrue(Config config, String name, boolean unlessSaid) {
        return config.getOptionalValue(name, Boolean.class).orElse(unlessSaid);
    }

    /** Statements and values, and what is said at DEBUG, may be about patients. */
    private static List<String> talkative(Config config) {
        var refused = new ArrayList<String>();
        if (TALKATIVE.matcher(text(config, "quarkus.log.level")).matches()) {
            refused.add("QUARKUS_LOG_LEVEL must be INFO or less, because what is said at DEBUG may be about patients");
        }
        for (var name : config.getPropertyNames()) {
            if (name.startsWith("quarkus.log.category.")
                    && name.endsWith(".level")
                    && TALKATIVE.matcher(text(config, name)).matches()) {
                refused.add(name + " must be INFO or less, because what is said at DEBUG may be about patients");
            }
        }
        for (var name : List.of("quarkus.hibernate-orm.log.sql", "quarkus.hibernate-orm.log.bind-parameters")) {
            if (isTrue(config, name, false)) {
                refused.add(name + " must be false, because statements have values");
            }
        }
        return refused;
    }

    private static List<String> sealing(Config config) {
        var refused = new ArrayList<String>();
        if ("make".equalsIgnoreCase(text(config, "stepwell.seal.missing"))) {
            refused.add(
                    "STEPWELL_SEAL_MISSING must be refuse, because a key is made once, and kept where no backup is");
        }
        var folder = Path.of(text(config, "stepwell.seal.keys"));
        try (var files = Files.newDirectoryStream(folder.isAbsolute() ? folder : Path.of("/nowhere"), "*.*")) {
            for (var file : files) {
                if (Files.isRegularFile(file)
                        && !isSecret(Files.readString(file).strip())) {
                    refused.add("STEPWELL_SEAL_KEYS: %s is not random; make one with: openssl rand -base64 32"
                            .formatted(file.getFileName()));
                }
            }
        } catch (IOException e) {
            refused.add("STEPWELL_SEAL_KEYS must name the folder of the clinics' keys, from the root on");
        }
        return refused;
    }

    private static boolean isSecret(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key);
            var different = new java.util.BitSet();
            for (byte one : bytes) {
                different.set(Byte.toUnsignedInt(one));
            }
            return different.cardinality() >= DIFFERENT_BYTES_MIN;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isHttps(String url) {
        try {
            return "https".equalsIgnoreCase(URI.create(url).getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String text(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("").strip();
    }
}
