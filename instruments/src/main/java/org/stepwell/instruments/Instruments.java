package org.stepwell.instruments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All the instruments of this installation, by code. */
public final class Instruments {

    /** Each line names a pack on the class path; several jars may have this file. */
    private static final String LIST = "META-INF/stepwell/instruments";

    private final Map<String, Instrument> byCode;

    private Instruments(Map<String, Instrument> byCode) {
        this.byCode = Collections.unmodifiableMap(byCode);
    }

    /** Reads every pack for an installation that earns money, which any clinic does; a pack not licensed for that stops us. */
    public static Instruments load() {
        return load(Instruments.class.getClassLoader(), Use.COMMERCIAL);
    }

    /** Reads every pack for the declared use. */
    public static Instruments load(Use use) {
        return load(Instruments.class.getClassLoader(), use);
    }

    static Instruments load(ClassLoader packs, Use use) {
        var byCode = new TreeMap<String, Instrument>();
        for (String resource : listed(packs)) {
            Instrument instrument = Pack.read(resource, bytesOf(resource, packs));
            if (use == Use.COMMERCIAL && !instrument.licence().commercialUse()) {
                throw new BrokenPack(
                        resource,
                        "%s may not be used commercially (licence: %s); take it off %s, or declare the use NON_COMMERCIAL"
                                .formatted(
                                        instrument.code(), instrument.licence().name(), LIST));
            }
            if (byCode.putIfAbsent(instrument.code(), instrument) != null) {
                throw new BrokenPack(
                        resource, "a second pack has the code %s; keep one of them".formatted(instrument.code()));
            }
        }
        if (byCode.isEmpty()) {
            throw new BrokenPack(LIST, "no pack is listed; put the file on the class path, one pack a line");
        }
        return new Instruments(byCode);
    }

    /** The instrument of that code, for example PHQ-9. */
    public Optional<Instrument> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All instruments, sorted by code. */
    public Collection<Instrument> all() {
        return byCode.values();
    }

    private static List<String> listed(ClassLoader packs) {
        try {
            var resources = new ArrayList<String>();
            for (var list : Collections.list(packs.getResources(LIST))) {
                // No cache: a cached jar connection would keep the jar open for the life of the process.
                var connection = list.openConnection();
                connection.setUseCaches(false);
                try (var in = connection.getInputStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .forEach(resources::add);
                }
            }
            return resources;
        } catch (IOException unreadable) {
            throw new BrokenPack(LIST, "the list can not be read", unreadable);
        }
    }

    private static byte[] bytesOf(String resource, ClassLoader packs) {
        try (InputStream in = packs.getResourceAsStream(resource)) {
            if (in == null) {
                throw new BrokenPack(resource, "it is listed in %s but not on the class path".formatted(LIST));
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new BrokenPack(resource, "it can not be read", unreadable);
        }
    }

    /** What the installation declared it uses instruments for; some licences allow one and not the other. */
    public enum Use {
        COMMERCIAL,
        NON_COMMERCIAL
    }
}
