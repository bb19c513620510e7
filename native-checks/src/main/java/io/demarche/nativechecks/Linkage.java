package io.demarche.nativechecks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Classes that code refers to and that are not there. A JVM minds when such code runs, if it ever does; the image builder,
 * as Quarkus calls it, when it can be reached.
 */
public final class Linkage {
    private final Map<String, Boolean> known = new HashMap<>();
    private final TreeSet<String> missing = new TreeSet<>();

    private Linkage() {}

    /**
     * References in method bodies and headers of classes to classes that this class path has not.
     *
     * @param packages whose classes are looked at, with the packages below them
     * @return {@code <class> refers to <class>} for each, sorted; empty when there is none
     */
    public static List<String> missing(String... packages) {
        return missing(ClassPath.withoutTests(), packages);
    }

    static List<String> missing(ClassPath classPath, String... packages) {
        Linkage linkage = new Linkage();
        ClassPath.readEach(classPath.someClasses(packages), (name, file) -> new ClassReader(file)
                .accept(linkage.new Visitor(name), ClassReader.SKIP_FRAMES));
        return new ArrayList<>(linkage.missing);
    }

    private void refer(String from, @Nullable String internalName) {
        if (internalName == null) {
            return;
        }
        Type type = Type.getObjectType(internalName);
        if (type.getSort() == Type.ARRAY) {
            type = type.getElementType();
        }
        if (type.getSort() == Type.OBJECT && !known.computeIfAbsent(type.getClassName(), Linkage::exists)) {
            missing.add(from + " refers to " + type.getClassName());
        }
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, Linkage.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        } catch (LinkageError incomplete) {
            // It is there itself; what it lacks is named with it.
            return true;
        }
    }

    private final class Visitor extends ClassVisitor {
        private final String from;

        Visitor(String from) {
            super(Opcodes.ASM9);
            this.from = from;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String parent,
                String @Nullable [] interfaces) {
            refer(from, parent);
            if (interfaces != null) {
                for (String one : interfaces) {
                    refer(from, one);
                }
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitTypeInsn(int opcode, String type) {
                    refer(from, type);
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String type) {
                    refer(from, owner);
                }

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String called, String types, boolean ofInterface) {
                    refer(from, owner);
                }

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof Type type && type.getSort() >= Type.ARRAY && type.getSort() <= Type.OBJECT) {
                        refer(from, type.getInternalName());
                    }
                }

                @Override
                public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
                    refer(from, type);
                }

                @Override
                public void visitInvokeDynamicInsn(String called, String types, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            refer(from, handle.getOwner());
                        }
                    }
                }
            };
        }
    }
}
