package org.stepwell.enrollment.consent;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A signature that somebody drew on a screen, as a PNG in Base64. */
final class Drawing {

    /** Room for the largest screens, and no room for an image that fills the memory when it is unpacked. */
    private static final long DOTS_MAX = 4_000_000;

    private Drawing() {}

    /** Whether anything was drawn: it is an image, and not all of one color. */
    static boolean shows(String png) {
        try (var bytes = ImageIO.createImageInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(png)))) {
            var readers = ImageIO.getImageReadersByFormatName("png");
            return readers.hasNext() && hasInk(readers, bytes);
        } catch (IOException | RuntimeException e) {
            return false; // readers throw this and that at bytes that are no image
        }
    }

    private static boolean hasInk(Iterator<ImageReader> readers, ImageInputStream bytes) throws IOException {
        var reader = readers.next();
        try {
            reader.setInput(bytes);
            return (long) reader.getWidth(0) * reader.getHeight(0) <= DOTS_MAX && hasInk(reader.read(0));
        } finally {
            reader.dispose();
        }
    }

    private static boolean hasInk(BufferedImage image) {
        int background = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != background) {
                    return true;
                }
            }
        }
        return false;
    }
}
