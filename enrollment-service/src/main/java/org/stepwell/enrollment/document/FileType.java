package org.stepwell.enrollment.document;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a file is, as its first bytes say; whatever its name or its sender calls it is not looked at. */
enum FileType {
    /** ISO 32000-1, 7.5.2. */
    PDF("255044462d", "application/pdf", "pdf"),
    /** ITU-T T.81, B.1.1.3: the start of the image, and the first byte of the marker after it. */
    JPEG("ffd8ff", "image/jpeg", "jpg"),
    /** ISO/IEC 15948, 5.2. */
    PNG("89504e470d0a1a0a", "image/png", "png");

    @SuppressWarnings("ImmutableEnumChecker") // nobody else holds it
    private final byte[] beginning;

    private final String mediaType;
    private final String ending;

    FileType(String beginning, String mediaType, String ending) {
        this.beginning = HexFormat.of().parseHex(beginning);
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** The type that begins so; nothing for what begins as none of them does. */
    static Optional<FileType> of(byte[] file) {
        return Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        return file.length >= beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }
}
