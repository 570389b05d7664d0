package org.stepwell.platform.seal;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.problem.Refusal;

/**
 * The keys of the clinics, each in a file of its own outside of the database, so that whoever destroys a clinic's files has
 * destroyed what every backup says of its patients. A file is called {@code <clinic>.<key>}, and holds 32 random bytes in
 * Base64; the key whose name sorts last seals, and all open.
 */
@Singleton
class Keyring {

    static final int KEY_BYTES = 32;

    /** The name of a key that is made here; one that replaces it is called by its day, such as {@code 2026-11-24}. */
    private static final String FIRST = "0001";

    /** So long a file may be gone, or a new one there, before it is noticed. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(30).toNanos();

    private final Path folder;
    private final boolean makesMissing;
    private final ConcurrentMap<ClinicId, Keys> known = new ConcurrentHashMap<>();

    /** One key, and what sealed texts call it. */
    record Key(String name, SecretKey secret) {}

    private record Keys(NavigableMap<String, SecretKey> byName, long readAt) {
        boolean fresh() {
            return System.nanoTime() - readAt < LOOK_AGAIN_NANOS;
        }
    }

    /**
     * @param folder from {@code STEPWELL_SEAL_KEYS}; there is no default
     * @param missing {@code refuse}, or {@code make} where a trial may have a key for every clinic that turns up
     */
    Keyring(
            @ConfigProperty(name = "stepwell.seal.keys") Path folder,
            @ConfigProperty(name = "stepwell.seal.missing", defaultValue = "refuse") String missing) {
        this.folder = folder;
        this.makesMissing = "make".equals(missing);
    }

    /** The key that seals for a clinic now. */
    Key sealing(ClinicId clinic) {
        var last = keys(clinic).byName().lastEntry();
        if (last == null) {
            if (!makesMissing) {
                throw missing("no key");
            }
            make(clinic);
            last = read(clinic).byName().lastEntry();
        }
        return new Key(last.getKey(), last.getValue());
    }

    /** The first key a clinic had: what is looked up by digest stays where it is when a later key seals. */
    Key first(ClinicId clinic) {
        sealing(clinic);
        var first = keys(clinic).byName().firstEntry();
        return new Key(first.getKey(), first.getValue());
    }

    /** The key of a clinic that a sealed text names. */
    SecretKey opening(ClinicId clinic, String name) {
        var secret = keys(clinic).byName().get(name);
        secret = secret == null ? read(clinic).byName().get(name) : secret;
        if (secret == null) {
            throw missing("not the key %s".formatted(name));
        }
        return secret;
    }

    private static Refusal missing(String what) {
        return new Refusal(
                SealRule.KEY_OF_CLINIC_MISSING,
                "This service has %s of this clinic. Tell whoever runs it to look at STEPWELL_SEAL_KEYS."
                        .formatted(what));
    }

    private Keys keys(ClinicId clinic) {
        var keys = known.get(clinic);
        return keys != null && keys.fresh() && !keys.byName().isEmpty() ? keys : read(clinic);
    }

    private Keys read(ClinicId clinic) {
        var prefix = clinic + ".";
        var found = new TreeMap<String, SecretKey>();
        try (var files = Files.newDirectoryStream(folder, prefix + "*")) {
            for (var file : files) {
                found.put(file.getFileName().toString().substring(prefix.length()), secret(file));
            }
        } catch (NoSuchFileException e) {
            found.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of STEPWELL_SEAL_KEYS can not be read", e);
        }
        var keys = new Keys(found, System.nanoTime());
        known.put(clinic, keys);
        return keys;
    }

    private static SecretKey secret(Path file) throws IOException {
        var bytes = decoded(Files.readString(file).strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "%s of STEPWELL_SEAL_KEYS is not %d bytes in Base64; make one with: openssl rand -base64 32"
                            .formatted(file.getFileName(), KEY_BYTES));
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Written aside and linked into place: of several services that make a clinic's first key, one wins, and none reads half. */
    private void make(ClinicId clinic) {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Files.createDirectories(folder);
            var aside = Files.createTempFile(
                    folder,
                    ".new",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(aside, Base64.getEncoder().encodeToString(bytes));
            try {
                Files.createLink(folder.resolve(clinic + "." + FIRST), aside);
            } catch (FileAlreadyExistsException e) {
                // another service was faster
            }
            Files.delete(aside);
        } catch (IOException e) {
            throw new UncheckedIOException("no key could be made in the folder of STEPWELL_SEAL_KEYS", e);
        }
    }
}
