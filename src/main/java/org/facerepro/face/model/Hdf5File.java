package org.facerepro.face.model;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfInvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.facerepro.core.CorruptDataException;

/** An open HDF5 file whose faults are named by file and dataset. */
final class Hdf5File implements AutoCloseable {
  private final Path path;
  private final HdfFile file;

  private Hdf5File(Path path, HdfFile file) {
    this.path = path;
    this.file = file;
  }

  static Hdf5File open(Path path) {
    try {
      return new Hdf5File(path, new HdfFile(path));
    } catch (RuntimeException e) {
      throw new CorruptDataException(
          "%s is no complete HDF5 file (%s): get it again".formatted(path, reason(e)), e);
    }
  }

  /** Returns {@code file: dataset}, for messages. */
  String where(String dataset) {
    return path + ": " + dataset;
  }

  boolean has(String name) {
    try {
      return file.getByPath(name) != null;
    } catch (HdfInvalidPathException e) {
      return false;
    } catch (RuntimeException e) {
      throw damaged(name, e);
    }
  }

  /** Returns the sizes of a dataset. */
  int[] shape(String name) {
    return dataset(name).getDimensions();
  }

  /** Returns all numbers of a dataset in row-major order, single precision. */
  float[] floats(String name) {
    Object data = flat(name);
    if (data instanceof float[] singles) {
      return singles;
    }
    double[] doubles = doubles(name, data);
    float[] singles = new float[doubles.length];
    for (int i = 0; i < singles.length; i++) {
      singles[i] = (float) doubles[i];
    }
    return singles;
  }

  /** Returns all whole numbers of a dataset in row-major order. */
  int[] ints(String name) {
    Object data = flat(name);
    if (data instanceof int[] ints) {
      return ints;
    }
    double[] doubles = doubles(name, data);
    int[] ints = new int[doubles.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) doubles[i];
      if (ints[i] != doubles[i]) {
        throw new CorruptDataException(
            "%s: value %d is %s, expected a whole number".formatted(where(name), i, doubles[i]));
      }
    }
    return ints;
  }

  /** Returns the text of a dataset with one string. */
  Optional<String> text(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    Object data = read(name);
    Object one = data instanceof Object[] several && several.length == 1 ? several[0] : data;
    if (one instanceof String text) {
      return Optional.of(text);
    }
    throw new CorruptDataException(where(name) + ": expected one text");
  }

  private double[] doubles(String name, Object data) {
    if (data instanceof double[] doubles) {
      return doubles;
    } else if (data instanceof float[] singles) {
      double[] doubles = new double[singles.length];
      Arrays.setAll(doubles, i -> singles[i]);
      return doubles;
    } else if (data instanceof int[] ints) {
      return Arrays.stream(ints).asDoubleStream().toArray();
    } else if (data instanceof long[] longs) {
      return Arrays.stream(longs).asDoubleStream().toArray();
    }
    throw new CorruptDataException(
        "%s: expected numbers, found %s".formatted(where(name), data.getClass().getSimpleName()));
  }

  private Object flat(String name) {
    Dataset dataset = dataset(name);
    try {
      return dataset.getDataFlat();
    } catch (RuntimeException e) {
      throw damaged(name, e);
    }
  }

  private Object read(String name) {
    Dataset dataset = dataset(name);
    try {
      return dataset.getData();
    } catch (RuntimeException e) {
      throw damaged(name, e);
    }
  }

  private Dataset dataset(String name) {
    try {
      return file.getDatasetByPath(name);
    } catch (HdfInvalidPathException e) {
      throw new CorruptDataException(
          "%s has no dataset %s: it is no complete model file, get it again".formatted(path, name),
          e);
    } catch (RuntimeException e) {
      throw damaged(name, e);
    }
  }

  private CorruptDataException damaged(String name, RuntimeException cause) {
    return new CorruptDataException(
        "%s cannot be read (%s): the file is cut short or damaged, get it again"
            .formatted(where(name), reason(cause)),
        cause);
  }

  private static String reason(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void close() {
    file.close();
  }
}
