@NullMarked
package org.stepwell.therapy.measure;

import org.jspecify.annotations.NullMarked;
